import RegulationModel

/// What a reader must know of a text before its words are compared: rank, extent, language, number, dates.
struct WitnessFacts {
    let witness: Witness

    var regulation: Regulation { witness.regulation }

    /// `地方性法规 · 省级`; nil where neither rank nor territory is known.
    var standing: BilingualText? {
        let parts = [witness.rank?.label, witness.jurisdiction?.level.label].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return BilingualText(
            parts.map(\.chinese).joined(separator: " · "), parts.map(\.english).joined(separator: " · "))
    }

    /// How much of the act is held: `全文 52 条`, `articles 1–13 only`.
    var extent: BilingualText {
        let count = regulation.articles.count
        switch regulation.completeness.status {
        case .whole: return BilingualText("全文 \(count) 条", "whole act, \(english(count, "article"))")
        case .part where count > 0:
            let runs = articleRuns
            let noun = count == 1 ? "article" : "articles"
            return BilingualText("仅第 \(runs) 条", "\(noun) \(runs) only")
        case .part: return BilingualText("仅存部分", "part of the act only")
        case .none where !regulation.sections.isEmpty:
            let sections = regulation.sections.count
            return BilingualText("仅有解读 \(sections) 节，无条文", "explainer only, \(english(sections, "section"))")
        case .none: return BilingualText("无条文", "no article held")
        }
    }

    /// `英文机器翻译`, `machine English`.
    var language: BilingualText { witness.translation.label(of: regulation.language) }

    /// The dates the text states, in order, with their names.
    var dates: [(label: BilingualText, date: CalendarDate)] {
        let dates = regulation.dates
        let named: [(BilingualText, CalendarDate?)] = [
            (BilingualText("通过", "adopted"), dates.adopted), (BilingualText("批准", "approved"), dates.approved),
            (BilingualText("公布", "issued"), dates.issued), (BilingualText("最近修正", "last amended"), dates.amended.last),
            (BilingualText("施行", "in force"), dates.effective), (BilingualText("发表", "published"), dates.published),
        ]
        return named.compactMap { label, date in date.map { (label, $0) } }
    }

    /// Numbers of the articles held, runs of three or more as `1–13`.
    private var articleRuns: String {
        var runs: [[ProvisionNumber]] = []
        for number in regulation.articles.map(\.number) {
            let last = runs.last?.last
            if let last, number.ordinal == last.ordinal + 1, number.branches.isEmpty, last.branches.isEmpty {
                runs[runs.count - 1].append(number)
            } else {
                runs.append([number])
            }
        }
        return runs.map(Self.text).joined(separator: ", ")
    }

    private static func text(_ run: [ProvisionNumber]) -> String {
        guard run.count > 2, let first = run.first, let last = run.last else {
            return run.map(\.text).joined(separator: ", ")
        }
        return "\(first.text)–\(last.text)"
    }
}
