import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Every column, code and method of the published files, explained, with the measured accuracy of the methods.
struct Codebook {
    /// One table of it.
    struct Table {
        let id: String
        let title: BilingualText
        let note: BilingualText?
        let header: [BilingualText]
        /// One value for each column; a value in both languages is shown as such.
        let rows: [[BilingualText]]
    }

    let witnesses: [Witness]
    let matrices: [Matrix]
    let study: SiteStudy
    let hasParameters: Bool

    static let title = BilingualText("编码手册", "Codebook")
    static let lead = BilingualText(
        "各文件的每一列、每个代码、每种方法及其实测准确度。凡数字均在本次生成时对人工标准测得；未测的注明未测。",
        "Each column, code and method of the published files. Every figure was measured against links made by readers when "
            + "these files were made; what was not measured says so.")

    var tables: [Table] { [texts, files, columns] + CodebookCodes.tables + [methods, accuracy] }

    static func plain(_ text: String) -> BilingualText { BilingualText(text, text) }

    private static let meaning = BilingualText("说明", "Meaning")

    // MARK: Texts and files

    private var texts: Table {
        Table(
            id: "texts", title: BilingualText("文本", "Texts"), note: nil,
            header: [
                BilingualText("标识", "id"), BilingualText("名称", "name"), BilingualText("收录", "held"),
                BilingualText("语言", "language"), BilingualText("文件", "file"), Self.plain("SHA-256"),
            ],
            rows: witnesses.map { witness in
                let facts = WitnessFacts(witness: witness)
                return [
                    Self.plain(witness.id), witness.name, facts.extent, facts.language, Self.plain(witness.file),
                    Self.plain(witness.sha256),
                ]
            })
    }

    private var files: Table {
        let names: [(String, BilingualText)] = [
            (
                "matrix.*, families.*, articles-ID.*",
                BilingualText("对照表：事项、同类条文、以某文本为基准的条文", "matrices: topics, families, articles of a base")
            ),
            ("pairs/A--B.*", BilingualText("两两对照", "what differs between two texts")),
            ("parameters.*", BilingualText("可核对的参数", "checkable values")),
            ("upper-act.*", BilingualText("与上位法对照", "what an act does with the one it implements")),
            ("commonality.*", BilingualText("异同概览", "common ground")),
            ("guide.html, guide.md, cards.csv", BilingualText("学习指南与题卡", "study guide and question cards")),
            ("cards.anki.txt", BilingualText("同一题卡，供 Anki 导入", "the same cards, for import into Anki")),
            ("terms.*", BilingualText("术语与译法", "terms and renderings")),
            ("A--B.tmx", BilingualText("对应的中英文单元（TMX 1.4b）", "linked units in Chinese and English, TMX 1.4b")),
            ("akn/ID.xml", BilingualText("文本（Akoma Ntoso 3.0）", "the text as Akoma Ntoso 3.0")),
            ("text-ID.html", BilingualText("原文逐字", "the text as printed")),
            ("codebook.*, diagnostics.*", BilingualText("本手册；阅读诊断", "this codebook; diagnostics")),
        ]
        return Table(
            id: "files", title: BilingualText("文件", "Files"), note: nil,
            header: [BilingualText("文件", "File"), Self.meaning], rows: names.map { [Self.plain($0.0), $0.1] })
    }

    /// The tables that programs read, with their headers.
    static let tabular: [(file: String, header: [String])] = [
        ("matrix.csv, families.csv, articles-ID.csv", MatrixCSV.header), ("parameters.csv", ParameterTables.header),
        ("upper-act.csv", UpperActTables.header), ("commonality.csv", CommonalityTables.header),
        ("cards.csv", CardsCSV.header), ("terms.tsv", TermsTable.header),
    ]

    private var columns: Table {
        let rows = Self.tabular.flatMap { table in
            table.header.map { [Self.plain(table.file), Self.plain($0), ColumnMeanings.meaning($0, in: table.file)] }
        }
        return Table(
            id: "columns", title: BilingualText("列", "Columns"),
            note: BilingualText(
                "CSV 依 RFC 4180，UTF-8；以 = + - @ 开头的格前加一撇。",
                "CSV as RFC 4180, UTF-8; a cell that begins with = + - @ has an apostrophe in front."),
            header: [BilingualText("文件", "File"), BilingualText("列", "Column"), Self.meaning], rows: rows)
    }

    // MARK: Methods

    private var methods: Table {
        Table(
            id: "methods", title: BilingualText("方法", "Methods"), note: nil,
            header: [BilingualText("方法", "Method"), Self.meaning], rows: CodebookMethods.all.map { [$0.0, $0.1] })
    }

    private var accuracy: Table {
        let header = [
            BilingualText("人工标准", "Gold"), BilingualText("方法", "Method"), BilingualText("准确率", "Precision"),
            BilingualText("召回率（主）", "Main recall"), BilingualText("召回率（全）", "All recall"),
            BilingualText("F1（主）", "Main F1"), BilingualText("F1（全）", "All F1"),
        ]
        guard let report = study.accuracy else {
            return Table(
                id: "accuracy", title: BilingualText("实测准确度", "Measured accuracy"),
                note: BilingualText("未测：语料未附人工标准。", "Not measured: the corpus holds no gold."), header: header, rows: []
            )
        }
        let pooled = [EvaluationGroup.articles, EvaluationGroup(.points)].compactMap { report.pooled($0) }
        return Table(
            id: "accuracy", title: BilingualText("实测准确度", "Measured accuracy"),
            note: BilingualText(
                "对 \(report.measured.count) 份人工标准测得；人工标准亦用于选定权重与阈值，对未见文本的准确度可能较低。",
                "Measured on \(english(report.measured.count, "file")) of links that readers made. Weights and thresholds were "
                    + "chosen on such files too: on other texts accuracy may be lower."),
            header: header,
            rows: (report.measured + pooled).flatMap(rows)
                + report.unmeasured.map { missing in
                    [Self.plain(missing.name), BilingualText("未测", "not measured")]
                        + Array(repeating: Self.plain("—"), count: 5)
                })
    }

    private func rows(_ links: MeasuredLinks) -> [[BilingualText]] {
        let name = links.pairs > 1 ? "\(links.name) (\(links.pairs))" : links.name
        let engine = row(name, BilingualText("本工具", "this toolkit"), links.engine)
        let baselines = Baseline.allCases.compactMap { baseline in
            links.baselines[baseline].map {
                row(name, BilingualText("基线 \(baseline.rawValue)", "baseline \(baseline.rawValue)"), $0)
            }
        }
        return [engine] + baselines
    }

    private func row(_ name: String, _ method: BilingualText, _ figures: Evaluation) -> [BilingualText] {
        [Self.plain(name), method]
            + [figures.precision, figures.mainRecall, figures.allRecall, figures.mainF1, figures.allF1].map {
                Self.plain(Figures.thousandths($0))
            }
    }
}
