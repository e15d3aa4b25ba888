import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

// What readers see for the closed sets of the model, in both languages.

extension BilingualText {
    init(_ chinese: String, _ english: String) { self.init(chinese: chinese, english: english) }

    /// Both forms in one line: `连云港 Lianyungang`; a single one where they agree.
    var joined: String { chinese == english ? chinese : chinese + " " + english }

    /// The same for readers of data: without an English form where Chinese words stand in for one. Pages show these words,
    /// a column of English names must not.
    var withOwnEnglish: BilingualText {
        let first = english.unicodeScalars.first { $0.properties.isAlphabetic }
        return first?.properties.isIdeographic == true ? BilingualText(chinese, "") : self
    }

    /// True where neither form shows anything.
    var isBlank: Bool { chinese.isBlank && english.isBlank }
}

extension String {
    /// True where no character is visible.
    var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" } }
}

extension Language {
    var label: BilingualText {
        switch self {
        case .chinese: BilingualText("中文", "Chinese")
        case .english: BilingualText("英文", "English")
        }
    }
}

extension Translation {
    /// How a text in `language` came into it: `英文机器翻译`, `machine English`.
    func label(of language: Language) -> BilingualText {
        let name = language.label
        return switch self {
        case .original: BilingualText("\(name.chinese)原文", "\(name.english) original")
        case .official: BilingualText("\(name.chinese)官方译本", "official \(name.english) translation")
        case .machine: BilingualText("\(name.chinese)机器翻译", "machine \(name.english)")
        }
    }
}

extension Authority {
    var label: BilingualText {
        switch self {
        case .act: BilingualText("法规文本", "the act")
        case .excerpt: BilingualText("法规节录", "excerpt of the act")
        case .explainer: BilingualText("解读文章", "explainer")
        }
    }
}

extension Jurisdiction.Level {
    var label: BilingualText {
        switch self {
        case .national: BilingualText("全国", "national")
        case .province: BilingualText("省级", "province")
        case .municipality: BilingualText("直辖市", "municipality")
        case .city: BilingualText("地级市", "city")
        case .county: BilingualText("县级", "county")
        }
    }
}

extension Severity {
    var label: BilingualText {
        switch self {
        case .note: BilingualText("提示", "note")
        case .warning: BilingualText("警告", "warning")
        case .error: BilingualText("错误", "error")
        }
    }
}

extension CellState {
    /// What the state means, for legends (DOMAIN: a cell claims no more than its text can show).
    var meaning: BilingualText {
        switch self {
        case .present: BilingualText("条文有规定，引原文", "the act rules on it; its words are quoted")
        case .silent:
            BilingualText(
                "全文在手，未检出相应规定", "the whole act is held and no provision was found that rules on it")
        case .notInExcerpt: BilingualText("仅存部分或无条文，无从判断", "only part of the act is held, or none; nothing can be said")
        case .explained: BilingualText("仅见于解读，非法规条文", "only a secondary source speaks of it")
        case .delegated: BilingualText("交由其他法规或机关规定", "referred to another act or body")
        }
    }
}

extension Matrix.RowKind {
    /// Heading of the first column.
    var heading: BilingualText {
        switch self {
        case .topics: BilingualText("事项", "Topic")
        case .articles: BilingualText("条文", "Article")
        case .families: BilingualText("同类条文", "Matching provisions")
        }
    }

    /// What rows are counted in.
    func count(_ rows: Int) -> BilingualText {
        switch self {
        case .topics: BilingualText("\(rows) 个事项", english(rows, "topic"))
        case .articles: BilingualText("\(rows) 条", english(rows, "article"))
        case .families: BilingualText("\(rows) 组同类条文", rows == 1 ? "1 family" : "\(rows) families")
        }
    }
}

/// A count with its noun: `1 topic`, `45 topics`.
func english(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
