import ComparisonMatrix
import RegulationModel

/// A document written piece by piece, so that spans need not be counted by hand.
struct Sketch {
    private(set) var bytes: [UInt8] = []
    private(set) var parts: [DocumentPart] = []
    private var partStart = 0

    /// Appends text and gives its span.
    mutating func write(_ text: String) -> ByteSpan {
        let start = bytes.count
        bytes += Array(text.utf8)
        return ByteSpan(start, bytes.count)
    }

    /// Ends a part with a line break.
    mutating func endPart(_ kind: PartKind) {
        bytes.append(0x0A)
        parts.append(DocumentPart(kind, ByteSpan(partStart, bytes.count)))
        partStart = bytes.count
    }
}

/// Values for the tests of renderers, made by hand.
enum Sample {
    /// What a hostile author would put into every field.
    static let hostile =
        "<script>alert(1)</script> | \\| \"q\" '=cmd|' `tick` *b* _i_ ~~s~~ [l](javascript:x) {{title}} & &amp; \u{1B}[31mred\u{9B}0m "
        + "\"\u{301} onmouseover=\u{301}\"x\" <\u{301}b> http://a.b www.a.b $x$ # \u{202E}rtl ]]> -->"

    /// An act in Chinese: notice, chapter, an article with points, a closing article.
    static func act(id: String = "lyg", word: String = "管理") -> Regulation {
        var sketch = Sketch()
        _ = sketch.write("某政发〔2021〕62号")
        sketch.endPart(.documentNumber)
        _ = sketch.write("\u{3000} \n")
        sketch.endPart(.layout)
        _ = sketch.write("某市\(word)办法")
        sketch.endPart(.title)
        let chapterMark = sketch.write("第一章")
        _ = sketch.write("\u{3000}")
        let chapterHeading = sketch.write("总  则")
        sketch.endPart(.grouping)
        let first = article(1, mark: "第一条", ["为了规范\(word)，制定本办法。"], points: [], in: &sketch)
        sketch.endPart(.article)
        let points = [("（一）", "单独执法；"), ("（二）", "保管\(word)武器。")]
        let second = article(2, mark: "第二条", ["不得从事下列工作：", "前款另有规定的除外。"], points: points, in: &sketch)
        sketch.endPart(.article)
        let chapter = Grouping(
            level: .chapter, eId: EId("chp_1"), number: ProvisionNumber(1), mark: chapterMark, heading: chapterHeading,
            span: ByteSpan(chapterMark.start, chapterHeading.end), parent: nil, articles: 0..<2)
        var dates = RegulationDates()
        dates.issued = CalendarDate(year: 2021, month: 12, day: 31)
        return regulation(
            id: id, sketch, title: "某市\(word)办法", language: .chinese, authority: .act,
            completeness: Completeness(.whole, proof: ["numbering runs from 1 to 2 \(word)"]),
            documentNumber: "某政发〔2021〕62号", dates: dates, groupings: [chapter], articles: [first, second],
            diagnostics: [
                Diagnostic(.textStrayWord, second.span, "a stray word: \(word)", provision: second.eId),
                Diagnostic(.enumerationMixed, first.span, "mixed", provision: first.eId),
            ])
    }

    /// An excerpt in English: one article whose words are glued to its mark, commentary before it.
    static func excerpt(id: String = "jl", word: String = "manage") -> Regulation {
        var sketch = Sketch()
        _ = sketch.write("Some commentary: \(word).")
        sketch.endPart(.commentary)
        _ = sketch.write("Stray words. ")
        let seventh = article(
            7, mark: "Seventh", ["auxiliary police \(word):"], points: [("(a)", "to help;"), ("(two)", "to \(word).")],
            in: &sketch)
        sketch.endPart(.article)
        return regulation(
            id: id, sketch, title: "Measures of \(word)", language: .english, authority: .excerpt,
            completeness: Completeness(.part, proof: ["one article"]), documentNumber: nil, dates: RegulationDates(),
            groupings: [], articles: [seventh], diagnostics: [])
    }

    private static func article(
        _ number: Int, mark: String, _ texts: [String], points: [(String, String)], in sketch: inout Sketch
    ) -> Provision {
        let eId = EId("art_\(number)")
        let markSpan = sketch.write(mark)
        _ = sketch.write(" ")
        var paragraphs: [Provision] = []
        for (index, text) in texts.enumerated() {
            if index > 0 { _ = sketch.write("\n") }
            let paragraphNumber = ProvisionNumber(index + 1)
            let paragraph = eId.child(.paragraph, paragraphNumber)
            let textSpan = sketch.write(text)
            let children = index == 0 ? self.points(points, of: paragraph, in: &sketch) : []
            paragraphs.append(
                Provision(
                    level: .paragraph, eId: paragraph, number: paragraphNumber, mark: nil,
                    span: ByteSpan(textSpan.start, sketch.bytes.count), text: [textSpan], children: children))
        }
        return Provision(
            level: .article, eId: eId, number: ProvisionNumber(number), mark: markSpan,
            span: ByteSpan(markSpan.start, sketch.bytes.count), children: paragraphs)
    }

    private static func points(_ points: [(String, String)], of paragraph: EId, in sketch: inout Sketch) -> [Provision]
    {
        points.enumerated().map { index, point in
            _ = sketch.write("\n")
            let number = ProvisionNumber(index + 1)
            let mark = sketch.write(point.0)
            let text = sketch.write(point.1)
            return Provision(
                level: .point, eId: paragraph.child(.point, number), number: number, mark: mark,
                span: ByteSpan(mark.start, text.end), text: [text])
        }
    }

    private static func regulation(
        id: String, _ sketch: Sketch, title: String, language: Language, authority: Authority,
        completeness: Completeness, documentNumber: String?, dates: RegulationDates, groupings: [Grouping],
        articles: [Provision], diagnostics: [Diagnostic]
    ) -> Regulation {
        Regulation(
            id: id, source: SourceText(name: "Texts/\(id).txt", bytes: sketch.bytes), title: title, titleSpan: nil,
            language: language, authority: authority, completeness: completeness, documentNumber: documentNumber,
            dates: dates, repeals: [], groupings: groupings, articles: articles, sections: [], parts: sketch.parts,
            diagnostics: diagnostics)
    }

    static func witness(_ regulation: Regulation, word: String = "") -> Witness {
        Witness(
            regulation: regulation,
            jurisdiction: Jurisdiction(
                name: BilingualText(chinese: "某地\(word)", english: "Place\(word)"), code: "cn-xx\(word)", level: .city),
            rank: .governmentRule, translation: regulation.language == .chinese ? .original : .machine,
            file: "Texts/\(regulation.id).txt\(word)", sha256: "ab12\(word)", sourceNote: "found\(word)",
            implements: word.isEmpty ? nil : word)
    }

    static func quotation(
        _ witness: Witness, _ eId: String, word: String = "", score: Double? = 0.9, delegatedTo: String? = nil
    ) -> Quotation {
        let address = EId(eId)
        let citation = Citation(address, in: witness.regulation)
        let lines = [
            Quotation.Line(level: .paragraph, mark: nil, text: "text \(word)"),
            Quotation.Line(level: .point, mark: "（一）\(word)", text: "point \(word)"),
            Quotation.Line(level: .subpoint, mark: "1.", text: "sub-point"),
        ]
        return Quotation(
            eId: address, citation: citation ?? Citation.unknown, language: witness.regulation.language, lines: lines,
            sourceLines: 3...4, reasons: ["shares \(word)"], score: score, isPart: delegatedTo != nil,
            delegatedTo: delegatedTo)
    }

    /// Two texts, three rows, every state; `word` stands in every field that holds text.
    static func matrix(word: String = "", id: String = "matrix") -> Matrix {
        let lyg = witness(act(word: "管理" + word), word: word)
        let jl = witness(excerpt(word: "manage" + word), word: word)
        func reason(_ text: String) -> BilingualText { BilingualText(chinese: "因\(text)\(word)", english: text + word) }
        let rows = [
            Row(
                id: "purpose", heading: BilingualText(chinese: "目的\(word)", english: "Purpose\(word)"),
                note: "note\(word)", group: BilingualText(chinese: "总则\(word)", english: "General\(word)"),
                cells: [
                    Cell(state: .present, quotations: [quotation(lyg, "art_1", word: word)], reason: reason("a")),
                    Cell(state: .notInExcerpt, quotations: [], reason: reason("b")),
                ]),
            Row(
                id: "work", heading: BilingualText(chinese: "工作", english: "Work"), note: nil, group: nil,
                cells: [
                    Cell(
                        state: .delegated, quotations: [quotation(lyg, "art_2", delegatedTo: "《上位法》\(word)")],
                        reason: reason("c")),
                    Cell(
                        state: .explained, quotations: [quotation(jl, "art_7"), quotation(jl, "art_7", score: nil)],
                        reason: reason("d")),
                ]),
            Row(
                id: "end", heading: BilingualText(chinese: "附则", english: "End"), note: nil,
                group: BilingualText(chinese: "附", english: "Last"),
                cells: [
                    Cell(state: .silent, quotations: [], reason: reason("e")),
                    Cell(state: .silent, quotations: [], reason: BilingualText(chinese: "", english: "")),
                ]),
        ]
        return Matrix(
            id: id, title: BilingualText(chinese: "对照\(word)", english: "Compared\(word)"), rowKind: .topics, base: 0,
            columns: [lyg, jl], rows: rows)
    }
}

extension Citation {
    /// For an address that is not there.
    fileprivate static var unknown: Citation {
        let act = Sample.act()
        guard let citation = Citation(EId("art_1"), in: act) else { fatalError("the sample has an article 1") }
        return citation
    }
}
