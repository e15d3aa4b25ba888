import RegulationModel

/// How results are made, in short; the decisions behind them are in the documentation.
enum CodebookMethods {
    static let all: [(BilingualText, BilingualText)] = [
        (
            BilingualText("阅读", "Reading"),
            BilingualText(
                "条号由全文一致性求解，不逐行判定；款依自然段，项依位置；正文之外的内容保留并标明。",
                "Article numbers are solved over the whole text; paragraphs by line, items by position; what stands outside the "
                    + "act is kept and labelled.")
        ),
        (
            BilingualText("对应（link, score, relation）", "Links (link, score, relation)"),
            BilingualText(
                "逐对文本求条文对应：字词、双语词汇、结构与第三文本的佐证，全部成对一并判定；score 为 0 至 1 的把握。准确度见下表。",
                "Articles of each two texts: words, bilingual lexicon, structure, and evidence through third texts, decided over all "
                    + "pairs at once; score is confidence from 0 to 1. Accuracy is given below.")
        ),
        (
            BilingualText("同类条文", "Families"),
            BilingualText(
                "由全部两两对应一次聚成；每条恰在一组；与文本次序无关。",
                "All links of all pairs grouped at once; each provision in exactly one family, whatever the order of texts."
            )
        ),
        (
            BilingualText("事项", "Topics"),
            BilingualText(
                "依事项表的检索词判定，对应条文互为佐证。",
                "By the evidence terms of the topic file; provisions that answer each other back each other.")
        ),
        (
            BilingualText("规范要素与参数", "Norms and parameters"),
            BilingualText(
                "依规则表逐句读出情态、主体、条件、数量、后果；项承引语。无法辨认的写作 ?。",
                "Modality, actor, condition, quantity and sanction are read sentence by sentence by tables of rules; items inherit from "
                    + "their lead-in. What cannot be read is ?.")
        ),
        (
            BilingualText("学习指南与题目", "Study guide and questions"),
            BilingualText(
                "规则按情态与列举名词归类，均为引语。错误选项须与本法同类规则的用语重合不足一半；数字选项不得见于该条；残损文字不出题。",
                "Rules are sorted by modality and by the noun of their list; all are quotations. A wrong option shares less than half of "
                    + "its words with any rule of the act it could be true by; a number offered does not stand in the article; "
                    + "nothing is asked about debris.")
        ),
        (
            BilingualText("术语", "Terms"),
            BilingualText(
                "词表、标题与定义中的词；译法须见于与之对应的单元，长者先取，同一处只计一次。",
                "Terms of the table, of titles and definitions; a rendering must stand in the unit that answers; longer ones first, no "
                    + "word counted twice.")
        ),
    ]
}
