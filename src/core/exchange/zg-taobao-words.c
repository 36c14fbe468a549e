/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-taobao-words.h"

#include <string.h>

/* The words of Taobao's exports: names of columns, statuses, rows that are no orders. */

const ZgColumnName zg_taobao_column_names[] = {
  { "订单编号", COLUMN_NUMBER }, { "主订单编号", COLUMN_MAIN_NUMBER },
  { "子订单编号", COLUMN_LINE_NUMBER }, { "买家会员名", COLUMN_ACCOUNT }, { "买家昵称", COLUMN_ACCOUNT },
  { "买家应付货款", COLUMN_GOODS }, { "买家应付邮费", COLUMN_POSTAGE }, { "总金额", COLUMN_TOTAL },
  { "买家实际支付金额", COLUMN_PAID }, { "买家实付金额", COLUMN_PAID }, { "订单状态", COLUMN_STATE },
  { "买家留言", COLUMN_BUYER_NOTE }, { "收货人姓名", COLUMN_RECIPIENT }, { "收件人", COLUMN_RECIPIENT },
  { "收货地址", COLUMN_ADDRESS }, { "联系电话", COLUMN_PHONE }, { "联系手机", COLUMN_MOBILE },
  { "订单创建时间", COLUMN_ORDERED_AT }, { "买家下单时间", COLUMN_ORDERED_AT }, { "订单付款时间", COLUMN_PAID_AT },
  { "买家付款时间", COLUMN_PAID_AT }, { "确认收货时间", COLUMN_RECEIVED_AT }, { "宝贝标题", COLUMN_TITLES },
  { "宝贝总数量", COLUMN_N_PIECES }, { "物流单号", COLUMN_TRACKING }, { "运单号", COLUMN_TRACKING },
  { "物流公司", COLUMN_COURIER }, { "订单备注", COLUMN_SELLER_NOTE }, { "备注", COLUMN_SELLER_NOTE },
  { "店铺名称", COLUMN_SHOP }, { "订单关闭原因", COLUMN_CLOSE_REASON }, { "修改后的sku", COLUMN_NEW_SKU },
  { "修改后的收货地址", COLUMN_NEW_ADDRESS }, { "退款金额", COLUMN_REFUND }, { "退款状态", COLUMN_REFUND_STATE },
  { "标题", COLUMN_TITLE }, { "商品标题", COLUMN_TITLE }, { "价格", COLUMN_PRICE }, { "商品价格", COLUMN_PRICE },
  { "购买数量", COLUMN_QUANTITY }, { "商品属性", COLUMN_PROPERTIES }, { "商品属性sku", COLUMN_PROPERTIES },
  { "宝贝规格", COLUMN_PROPERTIES }, { "商家编码", COLUMN_SKU }, { "外部系统编号", COLUMN_SKU },
  { "宝贝种类", COLUMN_N_KINDS }, { "分阶段订单信息", COLUMN_STAGES },
  { "支付单号", COLUMN_OTHER }, { "支付详情", COLUMN_OTHER }, { "买家支付宝账号", COLUMN_OTHER },
  { "运送方式", COLUMN_OTHER }, { "确认收货打款金额", COLUMN_OTHER },
  /* 1688 and 抖店 share the names above. */
  { "买家公司名", COLUMN_FOREIGN }, { "货品标题", COLUMN_FOREIGN }, { "选购商品", COLUMN_FOREIGN }, { NULL, 0 },
};

/* The platform's words for where an order stands, and those of its API. What only begins so means the same. */
static const struct {
  const char *word;
  ZgOrderState state;
  gboolean cash_on_delivery;
  ZgHold hold;
} state_words[] = {
  { "等待买家付款", ZG_ORDER_UNPAID },
  { "等待付款", ZG_ORDER_UNPAID },
  { "买家已付款", ZG_ORDER_PAID },
  { "等待卖家发货", ZG_ORDER_PAID },
  /* What is left of it still has to leave the house. */
  { "卖家部分发货", ZG_ORDER_PAID },
  { "卖家已发货", ZG_ORDER_SHIPPED },
  { "等待买家确认", ZG_ORDER_SHIPPED },
  { "买家已签收", ZG_ORDER_RECEIVED, TRUE },
  { "交易成功", ZG_ORDER_COMPLETED },
  { "付款以后用户退款成功", ZG_ORDER_CLOSED },
  { "付款以前", ZG_ORDER_CLOSED },
  { "交易关闭", ZG_ORDER_CLOSED },
  { "WAIT_BUYER_PAY", ZG_ORDER_UNPAID },
  { "PAY_PENDING", ZG_ORDER_UNPAID },
  { "WAIT_PRE_AUTH_CONFIRM", ZG_ORDER_UNPAID },
  { "WAIT_SELLER_SEND_GOODS", ZG_ORDER_PAID },
  { "PAID_FORBID_CONSIGN", ZG_ORDER_PAID, FALSE, ZG_HOLD_PLATFORM },
  { "SELLER_CONSIGNED_PART", ZG_ORDER_PAID },
  { "WAIT_BUYER_CONFIRM_GOODS", ZG_ORDER_SHIPPED },
  { "TRADE_BUYER_SIGNED", ZG_ORDER_RECEIVED, TRUE },
  { "TRADE_FINISHED", ZG_ORDER_COMPLETED },
  { "TRADE_CLOSED", ZG_ORDER_CLOSED },
};

static const char * const no_refund_words[] = { "没有申请", "无退款", "未申请", NULL };
static const char * const open_refund_words[] = { "等待", "退款中", "已经申请", "处理中", NULL };

/* A first cell that begins so is a sum or a note, not an order. */
static const char * const note_words[] = { "总计", "合计", "汇总", "total", "Total" };

/**
 * zg_taobao_find_state:
 * @words: what the platform says of where an order stands
 * @order: gets the state as a fact of the platform's, and what the words say beside it
 *
 * Returns: whether the words are known
 */
gboolean
zg_taobao_find_state (const char *words,
                      ZgOrder    *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      if (!g_str_has_prefix (words, state_words[i].word))
        continue;
      order->facts->state = state_words[i].state;
      order->cash_on_delivery = state_words[i].cash_on_delivery;
      order->holds |= state_words[i].hold;
      return TRUE;
    }
  return FALSE;
}

static gboolean
holds_one_of (const char         *text,
              const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_taobao_is_no_refund:
 * @words: what stands in a column about refunds
 *
 * Returns: whether it says that nobody asked for one
 */
gboolean
zg_taobao_is_no_refund (const char *words)
{
  return holds_one_of (words, no_refund_words);
}

/**
 * zg_taobao_is_open_refund:
 * @words: how a refund stands
 *
 * Returns: whether it was asked for and is not settled, which forbids shipping
 */
gboolean
zg_taobao_is_open_refund (const char *words)
{
  return holds_one_of (words, open_refund_words);
}

/**
 * zg_taobao_is_note:
 * @first_cell: the first cell of a row
 *
 * Returns: whether the row is a sum or a note
 */
gboolean
zg_taobao_is_note (const char *first_cell)
{
  for (gsize i = 0; i < G_N_ELEMENTS (note_words); i++)
    {
      if (g_str_has_prefix (first_cell, note_words[i]))
        return TRUE;
    }
  return FALSE;
}
