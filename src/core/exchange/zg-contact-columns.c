/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-columns.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The headers of Google's and Outlook's contacts. Google writes English whatever its language is, with one header until
 * 2023 and another one since; Outlook writes its own language. Names are as zg_header_normalise() gives them.
 */

typedef struct {
  const char *name;
  ZgContactField field;
} Name;

#define PLAIN(what) { ZG_CONTACT_COLUMN_ ## what, 0, NULL }
#define FACT(title) { ZG_CONTACT_COLUMN_FACT, 0, title }
#define PHONE(group, label) { ZG_CONTACT_COLUMN_PHONE, group, label }
#define ADDRESS(what, group, label) { ZG_CONTACT_COLUMN_ ## what, group, label }

static const Name google_names[] = {
  { "name", PLAIN (NAME) }, { "givenname", PLAIN (GIVEN) }, { "additionalname", PLAIN (ADDITIONAL) },
  { "familyname", PLAIN (FAMILY) }, { "firstname", PLAIN (GIVEN) }, { "middlename", PLAIN (ADDITIONAL) },
  { "lastname", PLAIN (FAMILY) }, { "nickname", PLAIN (CALL_NAME) }, { "shortname", PLAIN (CALL_NAME) },
  { "birthday", PLAIN (BIRTHDAY) }, { "notes", PLAIN (NOTE) }, { "groupmembership", PLAIN (TAGS) },
  { "labels", PLAIN (TAGS) }, { "photo", PLAIN (PHOTO) }, { "organizationname", FACT (N_("Company")) },
  { "organizationtitle", FACT (N_("Job title")) }, { "organizationdepartment", FACT (N_("Department")) },
  { "yominame", PLAIN (NOTHING) }, { "givennameyomi", PLAIN (NOTHING) }, { "additionalnameyomi", PLAIN (NOTHING) },
  { "familynameyomi", PLAIN (NOTHING) }, { "phoneticfirstname", PLAIN (NOTHING) },
  { "phoneticmiddlename", PLAIN (NOTHING) }, { "phoneticlastname", PLAIN (NOTHING) }, { "language", PLAIN (NOTHING) },
  { "fileas", PLAIN (NOTHING) }, { "gender", PLAIN (NOTHING) }, { "sensitivity", PLAIN (NOTHING) },
  { "priority", PLAIN (NOTHING) }, { "initials", PLAIN (NOTHING) },
  { NULL, PLAIN (UNKNOWN) },
};

/* What stands behind `Phone 1 - ` and the like. */
static const struct {
  const char *kind;
  const char *part;
  ZgContactColumn column;
  const char *title;
} google_parts[] = {
  { "phone", "type", ZG_CONTACT_COLUMN_PHONE_LABEL, NULL },
  { "phone", "label", ZG_CONTACT_COLUMN_PHONE_LABEL, NULL },
  { "phone", "value", ZG_CONTACT_COLUMN_PHONE, NULL },
  { "address", "type", ZG_CONTACT_COLUMN_ADDRESS_LABEL, NULL },
  { "address", "label", ZG_CONTACT_COLUMN_ADDRESS_LABEL, NULL },
  { "address", "formatted", ZG_CONTACT_COLUMN_ADDRESS_TEXT, NULL },
  { "address", "street", ZG_CONTACT_COLUMN_STREET, NULL },
  { "address", "city", ZG_CONTACT_COLUMN_CITY, NULL },
  { "address", "pobox", ZG_CONTACT_COLUMN_BOX, NULL },
  { "address", "region", ZG_CONTACT_COLUMN_REGION, NULL },
  { "address", "postalcode", ZG_CONTACT_COLUMN_POSTCODE, NULL },
  { "address", "country", ZG_CONTACT_COLUMN_COUNTRY, NULL },
  { "address", "extendedaddress", ZG_CONTACT_COLUMN_EXTENDED, NULL },
  { "e-mail", "value", ZG_CONTACT_COLUMN_FACT, N_("E-mail") },
  { "website", "value", ZG_CONTACT_COLUMN_FACT, N_("Website") },
  { "organization", "name", ZG_CONTACT_COLUMN_FACT, N_("Company") },
  { "organization", "title", ZG_CONTACT_COLUMN_FACT, N_("Job title") },
  { "organization", "department", ZG_CONTACT_COLUMN_FACT, N_("Department") },
  { "im", "value", ZG_CONTACT_COLUMN_FACT, N_("Messenger") },
  { "relation", "value", ZG_CONTACT_COLUMN_FACT, N_("Related to") },
  { "", "type", ZG_CONTACT_COLUMN_NOTHING, NULL },
  { "", "label", ZG_CONTACT_COLUMN_NOTHING, NULL },
  { "", "service", ZG_CONTACT_COLUMN_NOTHING, NULL },
};

static const Name outlook_names[] = {
  { "firstname", PLAIN (GIVEN) }, { "名", PLAIN (GIVEN) }, { "名字", PLAIN (GIVEN) },
  { "middlename", PLAIN (ADDITIONAL) }, { "中间名", PLAIN (ADDITIONAL) }, { "中間名", PLAIN (ADDITIONAL) },
  { "lastname", PLAIN (FAMILY) }, { "姓", PLAIN (FAMILY) }, { "姓氏", PLAIN (FAMILY) },
  { "nickname", PLAIN (CALL_NAME) }, { "昵称", PLAIN (CALL_NAME) }, { "暱稱", PLAIN (CALL_NAME) },
  { "birthday", PLAIN (BIRTHDAY) }, { "生日", PLAIN (BIRTHDAY) },
  { "notes", PLAIN (NOTE) }, { "附注", PLAIN (NOTE) }, { "附註", PLAIN (NOTE) }, { "备注", PLAIN (NOTE) }, { "記事", PLAIN (NOTE) },
  { "categories", PLAIN (TAGS) }, { "类别", PLAIN (TAGS) }, { "類別", PLAIN (TAGS) }, { "keywords", PLAIN (TAGS) },
  { "关键字", PLAIN (TAGS) },
  { "mobilephone", PHONE (0, NULL) }, { "移动电话", PHONE (0, NULL) }, { "手机", PHONE (0, NULL) },
  { "行動電話", PHONE (0, NULL) },
  { "primaryphone", PHONE (1, NULL) }, { "主要电话", PHONE (1, NULL) }, { "代表電話", PHONE (1, NULL) },
  { "homephone", PHONE (2, "HOME") }, { "住宅电话", PHONE (2, "HOME") }, { "住家電話", PHONE (2, "HOME") },
  { "homephone2", PHONE (3, "HOME") }, { "住宅电话2", PHONE (3, "HOME") }, { "住家電話2", PHONE (3, "HOME") },
  { "businessphone", PHONE (4, "WORK") }, { "商务电话", PHONE (4, "WORK") }, { "商務電話", PHONE (4, "WORK") },
  { "businessphone2", PHONE (5, "WORK") }, { "商务电话2", PHONE (5, "WORK") }, { "商務電話2", PHONE (5, "WORK") },
  { "companymainphone", PHONE (6, "WORK") }, { "单位主要电话", PHONE (6, "WORK") }, { "公司代表線", PHONE (6, "WORK") },
  { "otherphone", PHONE (7, NULL) }, { "其他电话", PHONE (7, NULL) }, { "其他電話", PHONE (7, NULL) },
  { "carphone", PHONE (8, "CAR") }, { "车载电话", PHONE (8, "CAR") }, { "汽車電話", PHONE (8, "CAR") },
  { "homefax", PHONE (9, "FAX") }, { "住宅传真", PHONE (9, "FAX") }, { "住家傳真", PHONE (9, "FAX") },
  { "businessfax", PHONE (10, "FAX") }, { "商务传真", PHONE (10, "FAX") }, { "商務傳真", PHONE (10, "FAX") },
  { "otherfax", PHONE (11, "FAX") }, { "其他传真", PHONE (11, "FAX") }, { "其他傳真", PHONE (11, "FAX") },
  { "pager", PHONE (12, "PAGER") }, { "寻呼机", PHONE (12, "PAGER") }, { "呼叫器", PHONE (12, "PAGER") },
  { "assistantsphone", FACT (N_("Assistant's phone")) }, { "assistant'sphone", FACT (N_("Assistant's phone")) },
  { "助理的电话", FACT (N_("Assistant's phone")) },
  { "e-mailaddress", FACT (N_("E-mail")) }, { "电子邮件地址", FACT (N_("E-mail")) }, { "電子郵件地址", FACT (N_("E-mail")) },
  { "e-mail2address", FACT (N_("E-mail")) }, { "电子邮件2地址", FACT (N_("E-mail")) }, { "電子郵件2地址", FACT (N_("E-mail")) },
  { "e-mail3address", FACT (N_("E-mail")) }, { "电子邮件3地址", FACT (N_("E-mail")) }, { "電子郵件3地址", FACT (N_("E-mail")) },
  { "company", FACT (N_("Company")) }, { "公司", FACT (N_("Company")) }, { "单位", FACT (N_("Company")) },
  { "jobtitle", FACT (N_("Job title")) }, { "职务", FACT (N_("Job title")) }, { "職稱", FACT (N_("Job title")) },
  { "department", FACT (N_("Department")) }, { "部门", FACT (N_("Department")) }, { "部門", FACT (N_("Department")) },
  { "webpage", FACT (N_("Website")) }, { "网页", FACT (N_("Website")) }, { "网址", FACT (N_("Website")) },
  { "網頁", FACT (N_("Website")) },
  { "anniversary", FACT (N_("Anniversary")) }, { "纪念日", FACT (N_("Anniversary")) }, { "紀念日", FACT (N_("Anniversary")) },
  { "gender", PLAIN (NOTHING) }, { "性别", PLAIN (NOTHING) }, { "性別", PLAIN (NOTHING) },
  { "priority", PLAIN (NOTHING) }, { "优先级", PLAIN (NOTHING) }, { "優先順序", PLAIN (NOTHING) },
  { "private", PLAIN (NOTHING) }, { "私有", PLAIN (NOTHING) }, { "私人", PLAIN (NOTHING) }, { "保密", PLAIN (NOTHING) },
  { "sensitivity", PLAIN (NOTHING) }, { "敏感度", PLAIN (NOTHING) }, { "initials", PLAIN (NOTHING) },
  { "缩写", PLAIN (NOTHING) }, { "e-mailtype", PLAIN (NOTHING) }, { "电子邮件类型", PLAIN (NOTHING) },
  { "e-maildisplayname", PLAIN (NOTHING) }, { "电子邮件显示名称", PLAIN (NOTHING) },
  { "language", PLAIN (NOTHING) }, { "语言", PLAIN (NOTHING) }, { "語言", PLAIN (NOTHING) },
  { NULL, PLAIN (UNKNOWN) },
};

/* An address of Outlook: whose, and then which part. */
static const struct {
  const char *name;
  int group;
  const char *label;
} outlook_places[] = {
  { "business", 0, "WORK" }, { "商务地址", 0, "WORK" }, { "商務", 0, "WORK" },
  { "home", 1, "HOME" }, { "住宅地址", 1, "HOME" }, { "住家", 1, "HOME" },
  { "other", 2, NULL }, { "其他地址", 2, NULL }, { "其他", 2, NULL },
};

static const struct {
  const char *name;
  ZgContactColumn column;
} outlook_parts[] = {
  { "address", ZG_CONTACT_COLUMN_ADDRESS_TEXT },
  { "street", ZG_CONTACT_COLUMN_STREET }, { "street2", ZG_CONTACT_COLUMN_STREET }, { "street3", ZG_CONTACT_COLUMN_STREET },
  { "街道", ZG_CONTACT_COLUMN_STREET }, { "街道2", ZG_CONTACT_COLUMN_STREET }, { "街道3", ZG_CONTACT_COLUMN_STREET },
  { "街", ZG_CONTACT_COLUMN_STREET }, { "街2", ZG_CONTACT_COLUMN_STREET }, { "街3", ZG_CONTACT_COLUMN_STREET },
  { "city", ZG_CONTACT_COLUMN_CITY }, { "市/县", ZG_CONTACT_COLUMN_CITY }, { "市/縣", ZG_CONTACT_COLUMN_CITY },
  { "县/市", ZG_CONTACT_COLUMN_CITY }, { "縣/市", ZG_CONTACT_COLUMN_CITY },
  { "state", ZG_CONTACT_COLUMN_REGION }, { "省/市/自治区", ZG_CONTACT_COLUMN_REGION }, { "省/市", ZG_CONTACT_COLUMN_REGION },
  { "省/市/自治區", ZG_CONTACT_COLUMN_REGION }, { "縣/市/州", ZG_CONTACT_COLUMN_REGION },
  { "postalcode", ZG_CONTACT_COLUMN_POSTCODE }, { "邮政编码", ZG_CONTACT_COLUMN_POSTCODE },
  { "郵遞區號", ZG_CONTACT_COLUMN_POSTCODE },
  { "country", ZG_CONTACT_COLUMN_COUNTRY }, { "country/region", ZG_CONTACT_COLUMN_COUNTRY },
  { "国家/地区", ZG_CONTACT_COLUMN_COUNTRY }, { "國家/地區", ZG_CONTACT_COLUMN_COUNTRY },
  { "addresspobox", ZG_CONTACT_COLUMN_BOX }, { "邮箱", ZG_CONTACT_COLUMN_BOX }, { "郵政信箱", ZG_CONTACT_COLUMN_BOX },
};

static ZgContactField
find_name (const Name *names,
           const char *name)
{
  const Name *known = names;

  while (known->name != NULL && strcmp (known->name, name) != 0)
    known++;
  return known->field;
}

/* `phone1-value` */
static ZgContactField
find_google_part (const char *name)
{
  ZgContactField field = PLAIN (UNKNOWN);
  gsize kind = strcspn (name, "0123456789");
  const char *rest = name + kind;
  guint64 number = g_ascii_strtoull (rest, (char **) &rest, 10);

  if (number == 0 || number > ZG_CONTACT_MAX_GROUPS || *rest != '-')
    return field;
  rest++;
  for (gsize i = 0; i < G_N_ELEMENTS (google_parts); i++)
    {
      const char *known = google_parts[i].kind;

      if (strcmp (google_parts[i].part, rest) != 0 || (*known != '\0' && (strlen (known) != kind
                                                                           || strncmp (known, name, kind) != 0)))
        continue;
      field = (ZgContactField) { google_parts[i].column, (int) number - 1, google_parts[i].title };
      break;
    }
  return field;
}

static ZgContactField
find_outlook_part (const char *name)
{
  ZgContactField field = PLAIN (UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (outlook_places); i++)
    {
      if (!g_str_has_prefix (name, outlook_places[i].name))
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (outlook_parts); k++)
        if (strcmp (outlook_parts[k].name, name + strlen (outlook_places[i].name)) == 0)
          {
            field = (ZgContactField) { outlook_parts[k].column, outlook_places[i].group, outlook_places[i].label };
            return field;
          }
    }
  return field;
}

/**
 * zg_contact_field_find:
 * @format: Google's or Outlook's table
 * @name: a column's name as zg_header_normalise() gives it
 *
 * Returns: what it holds
 */
ZgContactField
zg_contact_field_find (ZgContactFormat  format,
                       const char      *name)
{
  ZgContactField field = find_name (format == ZG_CONTACT_FORMAT_GOOGLE ? google_names : outlook_names, name);

  if (field.column != ZG_CONTACT_COLUMN_UNKNOWN)
    return field;
  return format == ZG_CONTACT_FORMAT_GOOGLE ? find_google_part (name) : find_outlook_part (name);
}

static gboolean
has (GPtrArray  *names,
     const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/**
 * zg_contact_columns_recognise:
 * @names: (element-type utf8): the names of a header as zg_header_normalise() gives them
 * @format_out: (out): whose table it is
 *
 * Returns: whether it is a table of contacts that is known
 */
gboolean
zg_contact_columns_recognise (GPtrArray       *names,
                              ZgContactFormat *format_out)
{
  gboolean has_person = has (names, "firstname") || has (names, "lastname") || has (names, "givenname")
                        || has (names, "name");

  if (has (names, "phones") && (has (names, "uid") || (has (names, "name") && has (names, "addresses"))))
    *format_out = ZG_CONTACT_FORMAT_CSV;
  else if (has_person && (has (names, "phone1-value") || has (names, "e-mail1-value")
                          || (has (names, "groupmembership") && has (names, "notes"))
                          || (has (names, "fileas") && has (names, "labels"))))
    *format_out = ZG_CONTACT_FORMAT_GOOGLE;
  else if (has_person && (has (names, "mobilephone") || has (names, "businessphone") || has (names, "e-mailaddress")))
    *format_out = ZG_CONTACT_FORMAT_OUTLOOK;
  else if ((has (names, "姓") || has (names, "姓氏"))
           && (has (names, "移动电话") || has (names, "行動電話") || has (names, "商务电话") || has (names, "電子郵件地址")
               || has (names, "电子邮件地址")))
    *format_out = ZG_CONTACT_FORMAT_OUTLOOK;
  else
    return FALSE;
  return TRUE;
}
