#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an invented Taobao order export: make-export.py ROWS FILE [--encoding E] [--first N]

The same rows for the same numbers on every machine. 61 columns as since 2019; phones of a kind that nobody has. As the
platform writes them the newest order comes first, and numbers rise with time.
"""
import datetime
import sys

HEADER = ('订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,'
          '买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,'
          '宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,'
          '分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,'
          '集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,'
          '确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号')
SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅建国文志海晓雯欣怡佳雨婷子涵浩宇轩思梦琪'
REGIONS = ['浙江省 杭州市 西湖区 文三路', '广东省 广州市 越秀区 环市东路', '四川省 成都市 武侯区 科华北路', '江苏省 南京市 鼓楼区 中山路',
           '上海 上海市 浦东新区 学院路', '湖北省 武汉市 洪山区 珞喻路', '山东省 青岛市 市南区 滨海大道']
GOODS = ['云朵针织开衫 秋冬新款宽松', '帆布托特包 大容量通勤', '羊毛围巾 素色百搭', '亚麻衬衫 男女同款', '棉麻桌布 防水免洗']
NEWEST = datetime.datetime(2026, 9, 22, 12, 42, 10)
STATES = ['交易成功'] * 13 + ['交易关闭'] * 5 + ['卖家已发货，等待买家确认', '买家已付款，等待卖家发货']


def mix(value):
    value = (value + 0x9e3779b97f4a7c15) & 0xffffffffffffffff
    value = ((value ^ (value >> 30)) * 0xbf58476d1ce4e5b9) & 0xffffffffffffffff
    value = ((value ^ (value >> 27)) * 0x94d049bb133111eb) & 0xffffffffffffffff
    return value ^ (value >> 31)


def row(number):
    r = mix(number)
    person = mix(r % 700001)
    name = SURNAMES[person % len(SURNAMES)] + GIVEN[(person >> 8) % len(GIVEN)] + GIVEN[(person >> 16) % len(GIVEN)]
    phone = f'1{30 + person % 60}{(person >> 20) % 100000000:08d}'
    state = STATES[r % len(STATES)]
    total = 1000 + (r >> 8) % 50000
    money = f'{total // 100}.{total % 100:02d}'
    ordered = NEWEST - datetime.timedelta(seconds=37 * number)
    paid = '' if state == '交易关闭' else f'{ordered + datetime.timedelta(seconds=170)}'
    address = f'{REGIONS[(person >> 24) % len(REGIONS)]}{1 + (person >> 30) % 800}号幸福小区{1 + (person >> 40) % 30}幢(310000)'
    cells = [f'="{3600000000000000000 - number * 977}"', f'tb{person % 700001}_{name[1]}', '', f'20260{number:015d}', '', money, '0.00', '0',
             money, '0', money if paid else '0.00', '0', state, '', name, address, '快递', "'", f"'{phone}", f'{ordered}', paid,
             GOODS[(r >> 16) % len(GOODS)], '1', f'No:YT{number:013d}' if state.startswith(('交易成功', '卖家')) else '', '圆通速递', '', '1',
             '12345', '青禾小铺', '订单未关闭' if paid else '买家拍错了', '0元', '0元', '', '手机订单', '', '=""', '否', '否', '否', '', '', '', '', '', '',
             '', '', '', '', '', '', '0.00', '', '', money, '0.00', '否', '', '', '快递', '']
    quoted = ['="' + c[2:-1] + '"' if c.startswith('="') else '"' + c + '"' for c in cells]
    return ','.join(quoted) + '\r\n'


def main():
    n = int(sys.argv[1])
    encoding = sys.argv[sys.argv.index('--encoding') + 1] if '--encoding' in sys.argv else 'gb18030'
    first = int(sys.argv[sys.argv.index('--first') + 1]) if '--first' in sys.argv else 0
    with open(sys.argv[2], 'w', encoding=encoding, newline='') as out:
        out.write(HEADER + '\r\n')
        for number in range(first, first + n):
            out.write(row(number))


main()
