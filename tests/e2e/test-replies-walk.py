#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-replies-walk.py ZHANGGUI ZHANGGUICTL: all that is done on the Replies screen, with real keys, in the demo's shop.

The pointer only opens the menu, which has no key, and drags. Letters are typed; Chinese is pasted, because xdotool has to
bend the keyboard for each character and loses some (test-composing.py types it as people do). What was written is asked of
the command line, and what was copied of the display server: it has to be the text that the command line fills for the same
customer, to the letter.
"""
import json
import os
import pathlib
import subprocess

import tap
from desktop import open_desktop, wait_until
from program import Program, middle_of

NOW = '2026-09-22T14:20:00+08:00'
# Of the invented shop: who has the first place beside the chip, and her order, which is not paid yet.
CUSTOMER = '王小姐'
ORDER = '202609221046579'
# Replies that lack nothing for her, and have one wording: by what each is looked for.
FOUND = [('发货前最后', 'fhq', '发货前最后核对'), ('gaijia', 'gj', '改价完成'), ('gjwc', 'gj', '改价完成'),
         ('hddzg', 'hddzg', '核对地址：改过之后')]
# One that asks for a choice first, and one that asks for words.
CHOICE, FIELD, FIRST, SECOND = 'hddzk', '快递', '中通', '圆通'
WORDS, WORDS_FIELD = 'hdly', '备注'
NEW = '新款到店'
ASKS = '还缺 1 项，选好就能复制'
QUESTION = '两件能便宜点吗'


class RepliesWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def fill(self, shortcode, *more):
        return self.ctl('reply', 'fill', shortcode, '--order', ORDER, *more)['text']

    def reply(self, title):
        """What the shop file has of the only reply of that title, or None."""
        found = [reply for reply in self.ctl('reply', 'list') if reply['title'] == title]
        assert len(found) <= 1, found
        return found[0] if found else None

    def titles(self, group):
        return [reply['title'] for reply in self.ctl('reply', 'list') if reply['group'] == group]

    def rows(self):
        """The titles in the list, from above."""
        for window in self.program.windows()[:1]:
            for node in self.program.walk(window):
                if node.get_role_name() == 'list' and node.get_name() == '话术':
                    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
                    return [child.get_name() for child in children if child is not None and child.get_name()]
        return []

    def put_elsewhere(self, text='copied in another program'):
        self.desktop.put_on_clipboard(text)
        wait_until('the clipboard', lambda: self.desktop.clipboard() == text)
        return text

    def wait_for_text(self, text):
        wait_until(f'“{text}” on the clipboard', lambda: self.desktop.clipboard() == text)

    def paste(self, text, shown=None):
        """Pastes what is not on the keyboard; @shown is what the window says then, if not just the same."""
        self.put_elsewhere(text)
        self.desktop.press('ctrl+v')
        self.program.wait_for(shown or text)

    def look_for(self, words, title):
        """Leaves the search field with these words in it and that reply chosen."""
        self.desktop.press('ctrl+f', 'ctrl+a')
        if words.isascii():
            self.desktop.type_text(words)
        else:
            self.paste(words)
        wait_until(f'“{title}” above all others', lambda: self.rows()[:1] == [title])
        self.program.wait_for(title)

    def clear(self):
        self.desktop.press('ctrl+f', 'ctrl+a', 'BackSpace')
        self.program.wait_for('订单 …579 · 未付款 · 合适的在前')

    def open_page(self, item, heading):
        def find():
            return next((node for window in self.program.windows()[:1] for node in self.program.walk(window)
                         if node.get_role_name() == 'push button' and node.get_name() == '更多操作'), None)

        # The toolkit's hit test does not know its own menu buttons.
        x, y = middle_of(wait_until('the menu button', find))
        left, top = self.desktop.place_of_window(self.desktop.active_window_of(self.program.process.pid))
        self.desktop.click(left + x, top + y)
        # Nor does it count the shadow around a menu.
        self.program.click(item, below=34)
        self.program.wait_for(heading)

    def steps(self):
        return [
            ('the replies are filled for the customer that a key chose', self.choose_customer),
            ('Chinese, pinyin and initials find a reply, and Enter copies exactly its text', self.search),
            ('a digit copies what stands beside it on the shelf of the order’s stage', self.press_digit),
            ('a choice that is missing is asked for; Escape leaves all as it was', self.leave_question),
            ('Enter takes the answer, and copies', self.answer_choice),
            ('words that are missing are typed, and copied with Enter', self.answer_words),
            ('a favourite is made, and taken back', self.favourite),
            ('a new reply is written, with a placeholder offered and a preview', self.write),
            ('it is found by its initials, and copied as it was previewed', self.copy_written),
            ('what another clerk makes of it meanwhile has to be read before it is copied', self.be_overtaken),
            ('it is edited, and what is left without saving is kept', self.edit),
            ('a copy of it is made, which the health page finds, and a row there opens it to be mended', self.mend),
            ('keys move a reply within its group', self.shift),
            ('its group is changed in the form', self.move),
            ('the pointer drops it on another one of its group, whose place it takes', self.drop_on_row),
            ('the pointer drops it into another group', self.drop_on_group),
            ('it goes to the bin, comes back with Ctrl+Z, and from the bin', self.delete),
            ('the help tells what can be written in braces, and a row comes into the text', self.help),
            ('a question that was pasted finds what answers it', self.suggest),
            ('the shop is sound', self.check),
        ]

    def choose_customer(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        self.desktop.press('alt+1')
        self.program.wait_for(f'正在和 {CUSTOMER} 对话', 'push button')
        self.program.wait_for('订单 …579 · 未付款 · 合适的在前')

    def search(self):
        for words, shortcode, title in FOUND:
            self.look_for(words, title)
            before = self.put_elsewhere()
            assert self.desktop.clipboard() == before
            text = self.fill(shortcode)
            self.desktop.press('Return')
            self.wait_for_text(text)
            self.program.wait_for(f'已复制给 {CUSTOMER}')

    def press_digit(self):
        self.clear()
        before = self.put_elsewhere()
        rows = self.rows()
        reply = next(reply for reply in map(self.reply, rows[:9]) if '{?' not in reply['body'] and not reply['variants'])
        number = rows.index(reply['title']) + 1
        text = self.fill(reply['id'])
        assert text != before
        self.desktop.press(str(number))
        self.wait_for_text(text)
        self.program.wait_for('', 'entry')

    def leave_question(self):
        self.before = self.put_elsewhere()
        self.look_for(CHOICE, self.ctl('reply', 'show', CHOICE)['title'])
        self.desktop.press('Return')
        self.program.wait_for(ASKS)
        self.desktop.press('Escape')
        # Back in the field: its text is chosen, and typing goes on there.
        assert self.program.wait_for(CHOICE, 'entry')
        assert self.desktop.clipboard() == self.before

    def answer_choice(self):
        first, second = (self.fill(CHOICE, '--set', f'{FIELD}={answer}') for answer in (FIRST, SECOND))
        # The first is at hand.
        self.desktop.press('Return')
        self.program.wait_for(ASKS)
        self.desktop.press('Return')
        self.wait_for_text(first)
        # The answer stays for her until Escape takes it back; the second has a digit.
        self.put_elsewhere()
        self.desktop.press('Return')
        self.wait_for_text(first)
        self.desktop.press('Escape')
        self.program.wait_for(ASKS)
        self.desktop.press('Return', '2')
        self.wait_for_text(second)

    def answer_words(self):
        self.look_for(WORDS, self.ctl('reply', 'show', WORDS)['title'])
        before = self.desktop.clipboard()
        self.desktop.press('Return')
        self.program.wait_for(WORDS_FIELD)
        self.desktop.type_text('gift, no slip')
        assert self.desktop.clipboard() == before
        self.desktop.press('Return')
        self.wait_for_text(self.fill(WORDS, '--set', f'{WORDS_FIELD}=gift, no slip'))

    def favourite(self):
        self.look_for('gaijia', '改价完成')
        self.desktop.press('ctrl+d')
        wait_until('a favourite', lambda: self.reply('改价完成')['favourite'])
        self.program.wait_for('撤销')
        # From the search field, which has the focus.
        self.desktop.press('ctrl+z')
        wait_until('no favourite', lambda: not self.reply('改价完成')['favourite'])

    def write(self):
        self.desktop.press('ctrl+n')
        self.program.wait_for('新建话术', 'label')
        self.paste(NEW)
        self.desktop.press('Tab')
        self.desktop.type_text('{ch')
        self.program.wait_for('{称呼}')
        self.desktop.press('Return')
        self.paste('，新款到了。订单 ', f'{CUSTOMER}，新款到了。订单 ')
        self.desktop.type_text('{ddh')
        self.program.wait_for('{订单号}')
        self.desktop.press('Tab')
        self.paste(' 一起寄', f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄')
        self.desktop.press('ctrl+s')
        self.program.wait_for(f'已保存“{NEW}”')
        self.body = '{称呼}，新款到了。订单 {订单号} 一起寄'
        assert self.reply(NEW)['body'] == self.body, self.reply(NEW)

    def copy_written(self):
        self.put_elsewhere()
        self.look_for('xkdd', NEW)
        self.desktop.press('Return')
        self.wait_for_text(f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄')

    def rewrite(self, body):
        """As another process does: from the command line, with a file."""
        file = self.path.with_name('replies.json')
        self.ctl('export', 'replies', file)
        exported = json.loads(file.read_text())
        replies = exported if isinstance(exported, list) else exported['replies']
        next(reply for reply in replies if reply['title'] == NEW)['body'] = body
        file.write_text(json.dumps(exported))
        self.ctl('import', file)
        assert self.reply(NEW)['body'] == body

    def be_overtaken(self):
        """Another clerk changes what is on show."""
        self.look_for('xkdd', NEW)
        self.rewrite(f'{self.body}，包邮')
        text = f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄，包邮'
        self.program.wait_for(text)
        before = self.put_elsewhere()
        self.desktop.press('Return')
        self.program.wait_for('这条话术刚才被改过；请看一遍，再按 Enter。')
        assert self.desktop.clipboard() == before
        self.desktop.press('Return')
        self.wait_for_text(text)
        self.rewrite(self.body)
        self.program.wait_for(f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄')

    def edit(self):
        self.desktop.press('F2')
        self.program.wait_for('编辑话术')
        self.desktop.press('ctrl+End')
        before = f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄'
        self.desktop.type_text('x')
        self.program.wait_for(before + 'x')
        self.desktop.press('ctrl+z')
        self.program.wait_for(before)
        self.paste('给您', f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄给您')
        self.desktop.press('Escape')
        self.program.wait_for('没有保存，但写的内容留着')
        # Ctrl+Z took back letters, not what was saved before.
        assert self.reply(NEW)['body'] == self.body
        self.desktop.press('F2')
        self.program.wait_for('不要了', 'push button')
        self.desktop.press('ctrl+s')
        self.program.wait_for(f'已保存“{NEW}”')
        self.body += '给您'
        assert self.reply(NEW)['body'] == self.body, self.reply(NEW)
        # Who wrote it has read it.
        self.put_elsewhere()
        self.desktop.press('Return')
        self.wait_for_text(f'{CUSTOMER}，新款到了。订单 {ORDER} 一起寄给您')

    def mend(self):
        assert self.ctl('reply', 'health')['counts']['similar'] == 0
        self.look_for('xkdd', NEW)
        self.desktop.press('ctrl+shift+d')
        self.program.wait_for('编辑话术')
        self.program.wait_for(f'{NEW}（副本）', 'text')
        self.desktop.press('Escape')
        wait_until('the list', lambda: self.program.find('编辑话术') is None)
        assert self.ctl('reply', 'health')['counts']['similar'] == 1
        self.open_page('体检…', '话术体检')
        # The first row has the focus.
        self.program.wait_for('几乎重复')
        self.desktop.press('Return')
        self.program.wait_for('编辑话术')
        self.desktop.press('ctrl+a')
        self.paste('您要的尺码补货了')
        self.desktop.press('ctrl+s')
        self.program.wait_until_gone('编辑话术')
        assert self.ctl('reply', 'health')['counts']['similar'] == 0

    def shift(self):
        group = self.reply(NEW)['group']
        before = self.titles(group)
        self.look_for('xkdd', NEW)
        self.desktop.press('alt+Up')
        at = before.index(NEW)
        wait_until('another order', lambda: self.titles(group).index(NEW) == at - 1)
        self.desktop.press('alt+Down')
        wait_until('the first order', lambda: self.titles(group) == before)

    def move(self):
        group = self.reply(NEW)['group']
        self.look_for('xkdd', NEW)
        self.desktop.press('F2')
        self.program.wait_for('编辑话术')
        # Another message, another wording, the group.
        self.desktop.press('Tab', 'Tab', 'Tab', 'space')
        self.desktop.press('Down', 'Return')
        self.desktop.press('ctrl+s')
        self.program.wait_for(f'已保存“{NEW}”')
        assert self.reply(NEW)['group'] != group, self.reply(NEW)
        assert self.reply(NEW)['body'] == self.body

    def place_of_row(self, title):
        """The middle of a reply's row on the display, once the list has come to rest."""
        return self.program.place_at_rest(title, 'list item')

    def drop_on_row(self):
        group = self.reply(NEW)['group']
        self.show_group(group)
        first = self.rows()[0]
        before = self.titles(group)
        assert before == [first, *before[1:-1], NEW], before
        self.desktop.drag(self.place_of_row(NEW), self.place_of_row(first))
        wait_until('it to be the first', lambda: self.titles(group) == [NEW, *before[:-1]])
        self.program.wait_for('已在分组里换了位置')
        self.desktop.press('ctrl+z')
        wait_until('it to be the last again', lambda: self.titles(group) == before)

    def drop_on_group(self):
        before = self.reply(NEW)['group']
        other = next(reply['group'] for reply in self.ctl('reply', 'list') if reply['group'] != before)
        self.show_group(before)
        self.desktop.drag(self.place_of_row(NEW), self.program.place_at_rest(other, 'label'))
        wait_until('another group', lambda: self.reply(NEW)['group'] == other)
        self.program.wait_for('已移到另一个分组')
        self.desktop.press('ctrl+z')
        wait_until('the old group', lambda: self.reply(NEW)['group'] == before)
        self.desktop.park_pointer()

    def show_group(self, group):
        self.clear()
        self.program.click(group, 'label')
        titles = set(self.titles(group))
        wait_until('its replies', lambda: set(self.rows()[:len(titles)]) == titles)

    def delete(self):
        self.look_for('xkdd', NEW)
        self.desktop.press('alt+Delete')
        self.program.wait_for(f'“{NEW}”已放进回收站')
        assert self.reply(NEW) is None
        self.desktop.press('ctrl+z')
        wait_until('it to be back', lambda: self.reply(NEW))
        self.look_for('xkdd', NEW)
        self.desktop.press('alt+Delete')
        wait_until('it to be gone', lambda: self.reply(NEW) is None)
        self.clear()
        self.open_page('回收站…', '删除的话术')
        self.program.wait_for(f'放回“{NEW}”', 'push button')
        # The first has the focus.
        self.desktop.press('Return')
        self.program.wait_for('回收站是空的')
        assert self.reply(NEW)['body'] == self.body
        self.desktop.press('alt+Left')
        self.program.wait_until_gone('回收站是空的')

    def help(self):
        self.look_for('xkdd', NEW)
        self.desktop.press('F2')
        self.program.wait_for('编辑话术')
        self.desktop.press('F1')
        self.program.wait_for_windows(2)
        self.desktop.type_text('wuliu')
        wait_until('the courier', lambda: self.program.find('{快递}') and not self.program.find('{订单号}'))
        self.desktop.press('Down', 'Return')
        self.program.wait_for_windows(1)
        self.desktop.press('ctrl+s')
        self.program.wait_for(f'已保存“{NEW}”')
        assert self.reply(NEW)['body'] == self.body + '{快递}', self.reply(NEW)

    def suggest(self):
        self.put_elsewhere(QUESTION)
        self.desktop.press('ctrl+f', 'ctrl+a', 'ctrl+v')
        title = self.ctl('reply', 'suggest', QUESTION)[0]['title']
        wait_until(f'“{title}” first', lambda: self.rows()[:1] == [title])

    def check(self):
        self.clear()
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(RepliesWalk)
