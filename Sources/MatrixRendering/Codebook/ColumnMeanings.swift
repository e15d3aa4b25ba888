import RegulationModel

/// What stands in each column of the published tables.
enum ColumnMeanings {
    /// The meaning of a column; that of its file where a name means other things in several files.
    static func meaning(_ column: String, in file: String) -> BilingualText {
        for (prefix, own) in special where file.hasPrefix(prefix) {
            if let meaning = own[column] { return meaning }
        }
        return known[column] ?? BilingualText("", "")
    }

    private static let special: [(String, [String: BilingualText])] = [
        (
            "terms",
            [
                "text": BilingualText("文本标识", "id of the text"), "form": BilingualText("所见词形", "the form as printed"),
                "language": BilingualText("词形的语言", "language of the form"),
            ]
        ),
        (
            "cards",
            [
                "text": BilingualText("所问文本的标识", "id of the text asked about"),
                "language": BilingualText("题目语言", "language of the question"),
                "eId": BilingualText("引语地址，以空格分隔", "addresses of the quotations, parted by spaces"),
            ]
        ),
        ("parameters", ["text": BilingualText("文本标识", "id of the text")]),
        ("commonality", ["parameter": BilingualText("参数标识", "id of the parameter")]),
        ("upper-act", ["score": BilingualText("对应的把握，0–1", "confidence of the link, 0–1")]),
    ]

    private static let known: [String: BilingualText] = matrix.merging(values) { first, _ in first }
        .merging(study) { first, _ in first }

    private static let matrix: [String: BilingualText] = [
        "row": BilingualText("行标识", "id of the row"), "row_zh": BilingualText("行名（中文）", "the row, in Chinese"),
        "row_en": BilingualText("行名（英文）；没有英文名的为空", "the row, in English; empty where it has no English name"),
        "group_zh": BilingualText("章组（中文）", "group, in Chinese"),
        "group_en": BilingualText("章组（英文）；没有英文名的为空", "group, in English; empty where it has no English name"),
        "column": BilingualText("文本标识", "id of the text"),
        "column_zh": BilingualText("文本名（中文）", "name of the text, in Chinese"),
        "column_en": BilingualText("文本名（英文）", "name of the text, in English"),
        "state": BilingualText("格状态代码", "code of the cell’s state"),
        "reason_zh": BilingualText("状态的理由（中文）", "why the state is claimed, in Chinese"),
        "reason_en": BilingualText("状态的理由（英文）", "why the state is claimed, in English"),
        "eId": BilingualText("条文地址", "address of the provision"),
        "citation_zh": BilingualText("引用（中文）", "citation, in Chinese"),
        "citation_en": BilingualText("引用（英文）", "citation, in English"),
        "link": BilingualText("对应强度代码", "code of the link’s strength"),
        "language": BilingualText("引语语言", "language of the quotation"),
        "text": BilingualText("引语，照录", "the quotation as printed"),
        "first_line": BilingualText("首行", "first line in the file"),
        "last_line": BilingualText("末行", "last line in the file"),
        "score": BilingualText("把握，0–1；人工判定为空", "confidence, 0–1; empty where a person decided"),
        "link_reasons": BilingualText("对应的依据", "why it stands here"),
        "delegated_to": BilingualText("援引的法规或机关", "what the provision refers the matter to"),
        "delegated_document": BilingualText("所援引法规在库的标识", "id of that act, where it is held"),
        "rank": BilingualText("位阶代码", "code of the rank"),
        "authority": BilingualText("文本性质代码", "code of the authority"),
        "completeness": BilingualText("完整性代码", "code of the completeness"),
        "translation": BilingualText("语言来源代码", "code of the translation"),
        "document_number": BilingualText("文号", "document number"), "file": BilingualText("文件", "file"),
        "sha256": BilingualText("文件的 SHA-256", "SHA-256 of the file"),
    ]

    private static let values: [String: BilingualText] = [
        "parameter": BilingualText("参数标识", "id of the parameter"),
        "matter_zh": BilingualText("事项（中文）", "the matter, in Chinese"),
        "matter_en": BilingualText("事项（英文）", "the matter, in English"),
        "attribute": BilingualText("参数代码", "code of what is measured"),
        "attribute_zh": BilingualText("参数名（中文）", "what is measured, in Chinese"),
        "attribute_en": BilingualText("参数名（英文）", "what is measured, in English"),
        "differs": BilingualText("1 为数值不同", "1 where the values differ"),
        "text_zh": BilingualText("文本名（中文）", "name of the text, in Chinese"),
        "text_en": BilingualText("文本名（英文）", "name of the text, in English"),
        "written": BilingualText("原文所写", "as written"),
        "normalised": BilingualText("规范化的值；? 为无法辨认", "normalised value; ? where it cannot be read"),
        "minimum": BilingualText(
            "下限（数）；无下限或非数则空", "the least allowed, a number; empty without a floor or where it is no number"),
        "maximum": BilingualText(
            "上限（数）；无上限或非数则空", "the most allowed, a number; empty without a ceiling or where it is no number"),
        "unit": BilingualText("单位代码", "code of the unit"),
        "first_byte": BilingualText("首字节（自 0）", "first byte, from 0"),
        "end_byte": BilingualText("末字节之后", "byte behind the last"),
        "upper": BilingualText("上位法标识", "id of the upper act"), "lower": BilingualText("下位法标识", "id of the lower act"),
        "upper_eId": BilingualText("上位法条文地址", "provision of the upper act"),
        "upper_citation": BilingualText("上位法引用", "its citation"),
        "lower_eId": BilingualText("下位法条文地址", "provision of the lower act"),
        "lower_citation": BilingualText("下位法引用", "its citation"),
        "finding": BilingualText("处理代码", "code of what the lower act does"),
        "finding_zh": BilingualText("处理（中文）", "the finding, in Chinese"),
        "finding_en": BilingualText("处理（英文）", "the finding, in English"),
        "doubtful": BilingualText(
            "1 为存疑：疑为译文所致，或一方以陈述句作同样规定",
            "1 where it is doubtful: perhaps the translator’s, or stated plainly on one side"),
        "about_zh": BilingualText("所涉（中文）", "what it is about, in Chinese"),
        "about_en": BilingualText("所涉（英文）", "what it is about, in English"),
        "upper_words": BilingualText("上位法用语", "words of the upper act"),
        "lower_words": BilingualText("下位法用语", "words of the lower act"),
        "topic": BilingualText("事项标识", "id of the topic"), "topic_zh": BilingualText("事项（中文）", "the topic, in Chinese"),
        "topic_en": BilingualText("事项（英文）", "the topic, in English"),
        "saying": BilingualText("有规定的文本", "ids of acts that rule on it"),
        "silent": BilingualText("未规定的文本", "ids of acts that are silent"),
        "unknown": BilingualText("无从判断的文本", "ids of texts of which nothing can be said"),
        "alone": BilingualText("仅此一部有规定", "the only act that rules on it"),
        "majority_value": BilingualText("多数之值", "value that most acts set"),
        "majority_acts": BilingualText("设该值的文本", "ids of these acts"),
        "other_values": BilingualText("其他值及文本", "other values with their acts"),
        "without": BilingualText("对应条文未规定的文本", "ids of acts whose answering provision sets none"),
    ]

    private static let study: [String: BilingualText] = [
        "#front": BilingualText("正面：题目与选项", "front: question and options"),
        "back": BilingualText("背面：答案与出处", "back: answer and proof"),
        "id": BilingualText("题卡标识", "id of the card"), "kind": BilingualText("题型代码", "code of the kind of question"),
        "section": BilingualText("规则种类代码", "code of the kind of rule"), "question": BilingualText("题目", "the question"),
        "option_a": BilingualText("选项 A", "option A"), "option_b": BilingualText("选项 B", "option B"),
        "option_c": BilingualText("选项 C", "option C"), "option_d": BilingualText("选项 D", "option D"),
        "answer": BilingualText("答案", "the answer"),
        "answer_letter": BilingualText("答案字母；填空题为空", "letter of the answer; empty for a gap"),
        "quotation": BilingualText("证明答案的引语", "the words that prove the answer"),
        "tags": BilingualText("标签，以空格分隔", "tags, parted by spaces"),
        "term": BilingualText("词", "the term"), "field": BilingualText("词表所载领域", "field that the term table gives"),
        "origins": BilingualText("来源代码", "codes of the origins"),
        "role": BilingualText("term 为词本身，rendering 为译法或他法用语", "term, or rendering of it"),
        "count": BilingualText("次数", "how often it was found"),
        "citation": BilingualText("首见之处", "citation of the first place"),
        "inconsistent": BilingualText("1 为同一文本译法不一", "1 where the text renders the term in several ways"),
    ]
}
