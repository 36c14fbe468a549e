/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

#include "zg-fold.h"

/* Who receives it: what a label calls so, else what looks most like a name of all that is left. */

/* Of the surnames that 99 in 100 people have, and of those a street may as well begin with. */
static const char surnames[] =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
  "韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊葛温施殷颜翟庄倪章鲁岳俞齐芦庞"
  "童左柳舒伍耿兰焦欧符梅祝路甘关包凌安霍伏柯阮纪储解尤卓骆滕裴华宗柏卫古辛聂冉季苗詹卞祁车蒙单牛简应连丘竺蓝宁盛冷官辜党甄"
  "时苟游窦原佟项曲管米芮麦蒲管水洪靳仇房支米鲍涂桑娄麻练佘招隋屈全计景谷晏翁习司喻商成位苑岑费宫佘边商查慕乐宣闵闻丛巩戚"
  "柴瞿阎杭池邢植褚花荣鄢明敖谌郎楚利席昌臧劳牟占申强迟尚莘井艾郁沙巴仲来平寇皮桂贝阳危冀初郜封幸瓮由揭黑折";
static const char * const double_surnames[] = {
  "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "南宫", "夏侯", "端木", "百里", "独孤",
  "宇文", "长孙", "轩辕", "钟离", "闻人", "赫连", "呼延", NULL,
};
static const char * const titles[] = {
  "先生", "女士", "小姐", "老师", "阿姨", "师傅", "经理", "老板", "医生", "同学", "姐", "哥", "叔", "嫂", "总", "太", "太太", NULL,
};
/* Of what may be in a name no street word is, and of what a street has no name. */
static const char * const places[] = {
  "路", "街", "巷", "弄", "号", "村", "大道", "镇", "乡", "栋", "幢", "单元", "室", "楼", "小区", "花园", "大厦", "广场", "公寓",
  "胡同", "新城", "学校", "大学", "公司", "工业园", "开发区", "客栈", "管理区", "嘎查", "苏木", "组", "屯", "区", "县", "市", NULL,
};

#define LEAST_SCORE 3
#define MAX_NAME 12

typedef struct {
  guint start;
  guint end;
  int score;
} Candidate;

static gboolean
is_surname (gunichar c)
{
  return zg_char_is_han (c) && g_utf8_strchr (surnames, -1, c) != NULL;
}

static gboolean
has_double_surname (const ZgPasteText *text,
                    guint              at)
{
  for (int i = 0; double_surnames[i] != NULL; i++)
    if (zg_paste_text_has_word (text, at, double_surnames[i], NULL))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_title (const ZgPasteText *text,
                 guint              start,
                 guint              end)
{
  for (int i = 0; titles[i] != NULL; i++)
    {
      guint length = g_utf8_strlen (titles[i], -1);

      if (end > start + length && zg_paste_text_has_word (text, end - length, titles[i], NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether only breaks and labels are between the characters and a phone number. */
static gboolean
is_beside_phone (const ZgPasteText *text,
                 guint              start,
                 guint              end)
{
  guint after = zg_paste_text_skip_breaks (text, end);
  guint before = start;

  for (guint n = 0; n < 24 && before > 0 && (text->roles[before - 1] == ZG_PASTE_ROLE_BREAK ||
                                             text->roles[before - 1] == ZG_PASTE_ROLE_LABEL); n++)
    before--;
  return (after < text->n && (text->roles[after] == ZG_PASTE_ROLE_PHONE || text->roles[after] == ZG_PASTE_ROLE_DOUBTFUL)) ||
         (before > 0 && (text->roles[before - 1] == ZG_PASTE_ROLE_PHONE || text->roles[before - 1] == ZG_PASTE_ROLE_DOUBTFUL));
}

typedef struct {
  guint han;
  guint latin;
  guint digits;
  guint stars;
  guint other;
} Count;

static Count
count_chars (const ZgPasteText *text,
             guint              start,
             guint              end)
{
  Count count = { 0 };

  for (guint i = start; i < end; i++)
    {
      gunichar c = text->folded[i];

      if (zg_char_is_han (c))
        count.han++;
      else if (c == '*')
        count.stars++;
      else if (g_unichar_isdigit (c))
        count.digits++;
      else if (g_unichar_isalpha (c))
        count.latin++;
      else if (text->roles[i] == ZG_PASTE_ROLE_FREE)
        count.other++;
    }
  return count;
}

/* What characters alone say: 2 to 4 Han, a surname, a title, a Latin nick. */
static int
score_chars (const ZgPasteText *text,
             guint              start,
             guint              end)
{
  Count count = count_chars (text, start, end);
  guint length = end - start;

  if (count.han + count.latin == 0 && !(count.stars > 0 && count.han > 0))
    return -20;
  if (length > MAX_NAME + 8)
    return -20;
  if (count.han == 0)
    return count.latin < 2 && count.digits > 0 ? -20 : length >= 2 ? 2 : -1;
  if (count.digits > 0)
    return -4;
  if (count.stars > 0)
    return length <= 5 ? 4 : -4;
  if (has_double_surname (text, start) && count.han <= 6)
    return 5;
  if (count.han <= 3 && is_surname (text->folded[start]))
    return count.han == 1 ? 1 : 4;
  return count.han <= 4 && count.han > 1 ? 2 : count.han <= MAX_NAME ? 1 : -20;
}

/* Whether the characters follow a region and nothing but a blank parts them: then they are a street first of all. */
static gboolean
follows_region (const ZgPasteText *text,
                guint              start,
                gboolean          *glued)
{
  guint before = start;

  while (before > 0 && text->folded[before - 1] == ' ')
    before--;
  *glued = before == start;
  return before > 0 && text->roles[before - 1] == ZG_PASTE_ROLE_REGION;
}

/* 张亲 and 王老板 are people, though one says 亲 and 老板 to those one talks to. */
static gboolean
may_be_called_so (const ZgPasteText *text,
                  guint              start,
                  guint              end)
{
  static const char * const never[] = { "谢谢", "我", "你", "您", "吗", "请", "单", "件", "收到", "客服", NULL };

  return end - start >= 2 && end - start <= 3 && is_surname (text->folded[start]) &&
         !zg_paste_text_contains (text, start, end, never);
}

static int
score_candidate (const ZgPasteText *text,
                 guint              start,
                 guint              end)
{
  int score = score_chars (text, start, end);
  gboolean beside = is_beside_phone (text, start, end);
  gboolean glued;
  Count count = count_chars (text, start, end);

  if (ends_with_title (text, start, end) && count.han >= 2 && count.han <= 5)
    score += 4;
  if (end < text->n && zg_paste_text_has_word (text, end, "收", NULL) && text->roles[end] == ZG_PASTE_ROLE_FREE)
    score += 3;
  if (beside)
    score += 3;
  if (start == 0 || text->folded[start - 1] == '\n')
    score += 1;
  if (follows_region (text, start, &glued))
    score -= glued ? 6 : beside ? 0 : 2;
  if (zg_paste_text_contains (text, start, end, places))
    score -= count.han == 2 && is_surname (text->folded[start]) ? 2 : 6;
  if (zg_paste_text_has_talk (text, start, end) && !may_be_called_so (text, start, end))
    score -= 8;
  return score;
}

static gboolean
is_latin (const ZgPasteText *text,
          guint              at)
{
  return zg_paste_text_is_free (text, at) && text->folded[at] < 0x2E80 && g_unichar_isalpha (text->folded[at]);
}

/* Where the word that begins at @start ends; Latin words go on over a blank and a full stop: Mr. Chen. */
static guint
find_end (const ZgPasteText *text,
          guint              start)
{
  guint end = start;

  while (end < text->n && end - start < 64)
    {
      if (zg_paste_text_is_free (text, end))
        end++;
      else if (is_latin (text, start) && text->folded[end] == ' ' && is_latin (text, end + 1) && is_latin (text, end - 1))
        end++;
      else if (is_latin (text, start) && text->folded[end] == '.' && text->folded[end + 1] == ' ' && is_latin (text, end + 2))
        end += 2;
      else
        break;
    }
  return end;
}

static Candidate
find_best (const ZgPasteText *text)
{
  Candidate best = { 0, 0, LEAST_SCORE - 1 };

  for (guint at = 0; at < text->n;)
    {
      guint end = at + 1;

      if (zg_paste_text_is_free (text, at))
        {
          guint last;
          int score;

          end = find_end (text, at);
          last = end;
          if (last > at + 1 && text->folded[last - 1] == 0x6536)
            last--;
          score = score_candidate (text, at, last);
          if (score > best.score)
            best = (Candidate) { at, last, score };
        }
      at = end;
    }
  return best;
}

/* What a label calls the name, up to the next sign. */
static Candidate
find_labelled (const ZgPasteText *text)
{
  Candidate found = { 0, 0, 0 };

  for (guint at = 0; at < text->n; at++)
    if (text->fields[at] == ZG_PASTE_NAME && zg_paste_text_is_free (text, at))
      {
        found.start = at;
        for (found.end = at; text->fields[found.end] == ZG_PASTE_NAME && !zg_paste_text_is_strong_break (text, found.end) &&
             found.end < text->n; found.end++)
          ;
        while (text->roles[found.end - 1] == ZG_PASTE_ROLE_BREAK)
          found.end--;
        if (zg_paste_text_has_talk (text, found.start, found.end) || found.end - found.start > 40)
          {
            at = found.end;
            found = (Candidate) { 0, 0, 0 };
            continue;
          }
        break;
      }
  return found;
}

/* A name that is glued to the house: 示例路19号何雨. Only before a phone number, or with 收. */
static Candidate
find_glued (const ZgPasteText *text)
{
  for (guint end = 1; end <= text->n; end++)
    {
      guint last = end;
      gboolean receives;

      if (!zg_paste_text_is_free (text, end - 1) || zg_paste_text_is_free (text, end))
        continue;
      receives = text->folded[end - 1] == 0x6536;
      if (receives)
        last--;
      if (!receives && !(end < text->n && text->roles[end] == ZG_PASTE_ROLE_PHONE))
        continue;
      for (guint length = 4; length >= 2; length--)
        {
          guint start = last >= length ? last - length : 0;

          if (start == 0 || !zg_paste_text_is_free (text, start - 1) ||
              (g_utf8_strchr ("号室栋楼层座幢元院户组弄", -1, text->folded[start - 1]) == NULL && text->folded[start - 1] >= 0x80))
            continue;
          if (has_double_surname (text, start) || (length <= 3 && is_surname (text->folded[start])) || ends_with_title (text, start, last))
            return (Candidate) { start, last, LEAST_SCORE };
        }
    }
  return (Candidate) { 0, 0, 0 };
}

/* Whether @name stands at @at too, and nobody took it for something else there. */
static gboolean
is_same_word (const ZgPasteText *text,
              guint              at,
              const Candidate   *name)
{
  for (guint i = 0; i < name->end - name->start; i++)
    if (text->folded[at + i] != text->folded[name->start + i] ||
        (text->roles[at + i] != ZG_PASTE_ROLE_FREE && text->roles[at + i] != ZG_PASTE_ROLE_BREAK))
      return FALSE;
  return TRUE;
}

/* The name, wherever it stands as a word of its own, and 收 behind it. */
static void
mark_name (ZgPasteText     *text,
           const Candidate *name)
{
  guint length = name->end - name->start;

  for (guint at = 0; at + length <= text->n; at++)
    {
      if (at != name->start && (!zg_paste_text_starts (text, at) || zg_paste_text_is_free (text, at + length) ||
                                !is_same_word (text, at, name)))
        continue;
      zg_paste_text_mark (text, at, at + length, ZG_PASTE_ROLE_NAME);
      if (zg_paste_text_is_free (text, at + length) && text->folded[at + length] == 0x6536)
        text->roles[at + length] = ZG_PASTE_ROLE_LABEL;
    }
}

/**
 * zg_paste_find_name:
 * @text: a pasted text, in which all but the name and the street is known
 * @paste: takes the name
 */
void
zg_paste_find_name (ZgPasteText *text,
                    ZgPaste     *paste)
{
  Candidate name = find_labelled (text);
  ZgPasteConfidence confidence = ZG_PASTE_CERTAIN;

  if (name.end == name.start)
    {
      name = find_best (text);
      confidence = name.score >= 6 ? ZG_PASTE_LIKELY : ZG_PASTE_GUESS;
    }
  if (name.end == name.start)
    {
      name = find_glued (text);
      confidence = ZG_PASTE_GUESS;
    }
  if (name.end == name.start)
    return;

  paste->fields[ZG_PASTE_NAME] = zg_paste_text_dup (text, name.start, name.end);
  paste->confidence[ZG_PASTE_NAME] = confidence;
  mark_name (text, &name);
}
