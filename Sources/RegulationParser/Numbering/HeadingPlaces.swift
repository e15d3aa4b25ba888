import RegulationModel

/// Gives headings without a number the number of their place among the numbered ones.
///
/// Where numbers are missing between the chapters around it, a heading is one of those chapters; where none is missing,
/// it is a section of the chapter before it. Between two sections with a gap it is the section that is missing. Articles
/// in front of the first heading are those of a first chapter whose heading was lost with its number.
struct HeadingPlaces {
    /// A heading without a number.
    struct Heading {
        let line: Int
        let kind: Kind
    }

    /// What is known of such a heading.
    enum Kind {
        /// 总则 and 附则 head chapters.
        case chapter
        /// It follows an article.
        case any
        /// It stands below the heading of a chapter, and counts only where that chapter's sections lost their numbers.
        case belowChapter
    }

    /// A heading with its place.
    struct Placed {
        let line: Int
        let level: Level
        let number: Int
    }

    /// Numbered headings, ascending.
    private let known: [Mark]
    /// The line of the first article.
    private let firstArticle: Int

    init(known: [Mark], firstArticle: Int) {
        self.known = known
        self.firstArticle = firstArticle
    }

    /// Each heading that counts with its place; `headings` ascend.
    func places(of headings: [Heading]) -> [Placed] {
        var result: [Placed] = []
        var next = 0
        var rest = headings[...]
        let first = min(known.first?.line ?? Int.max, headings.first?.line ?? Int.max)
        var chapter = firstArticle < first ? 1 : 0
        while !rest.isEmpty {
            // The headings up to the next chapter share the numbers that are missing before it.
            let end = known[next...].firstIndex { $0.level <= .chapter } ?? known.count
            let reach = end < known.count ? known[end].line : Int.max
            let run = rest.prefix { $0.line < reach }
            rest = rest[run.endIndex...]
            if !run.isEmpty {
                let follows = end < known.count && known[end].level == .chapter
                let missing = follows ? max(0, known[end].number.ordinal - chapter - 1) : Int.max
                result += places(of: run, from: chapter, missing: missing, among: known[next..<end])
            }
            guard end < known.count else { break }
            chapter = known[end].level == .chapter ? known[end].number.ordinal : 0
            next = end + 1
        }
        return result
    }

    /// The headings between two chapters; `sections` are the numbered sections between them.
    private func places(
        of run: ArraySlice<Heading>, from chapter: Int, missing: Int, among sections: ArraySlice<Mark>
    ) -> [Placed] {
        var (chapter, left) = (chapter, missing)
        var section = 0
        var sections = sections
        var result: [Placed] = []
        for heading in run {
            while let first = sections.first, first.line < heading.line {
                section = first.number.ordinal
                sections.removeFirst()
            }
            let following = sections.first?.number.ordinal
            if heading.kind == .belowChapter {
                guard following == 2 || (following == nil && missing == 0 && run.count > 1) else { continue }
                section = 1
                result.append(Placed(line: heading.line, level: .section, number: section))
            } else if heading.kind == .chapter || (left > 0 && !isSection(after: section, before: following)) {
                chapter += 1
                left -= 1
                section = 0
                result.append(Placed(line: heading.line, level: .chapter, number: chapter))
            } else {
                section += 1
                result.append(Placed(line: heading.line, level: .section, number: section))
            }
        }
        return result
    }

    /// True behind a section where the number of the next one leaves a gap.
    private func isSection(after section: Int, before following: Int?) -> Bool {
        guard let following else { return false }
        return section > 0 && following > section + 1
    }
}
