import RegulationModel

/// Makes a script readable, in steps of its own: islands that are too small between changes are given up, changes grow
/// to the borders of words, and what can slide stands at the border of a clause.
struct ReadableScript {
    let base: TokenizedText
    let other: TokenizedText
    let cohesion: Cohesion

    /// The runs kept.
    func runs(_ found: [CommonRun]) -> [CommonRun] {
        let slides = ClauseSlides(base: base, other: other, cohesion: cohesion)
        let kept = withoutIslands(atWordBorders(slides.slid(withoutIslands(found))))
        return CommonRuns.joined(slides.slid(isTrace(kept) ? [] : kept))
    }

    /// Two texts that share less than a fifth of the shorter one were not changed but replaced: the words left alike
    /// ("the", 应当) only disturb. Readers of eight pairs of acts took what shared less for strangers spliced together.
    private static let leastShared = 5

    private func isTrace(_ runs: [CommonRun]) -> Bool {
        let kept = runs.reduce(0) { $0 + whole(base.tokens[$1.base..<$1.baseEnd]) }
        return kept * Self.leastShared < min(whole(base.tokens[...]), whole(other.tokens[...]))
    }

    private func whole(_ tokens: ArraySlice<Token>) -> Int { tokens.reduce(0) { $0 + Self.weight($1) } }

    // MARK: Islands

    /// Passes over the runs until nothing changes; each gives up at least one run, and after so many the rest stays.
    private static let mostPasses = 8
    /// A run that says less than this is no island between two changes: one character, or "of the". With 1 a third more
    /// regions are left on the pairs of <doc:Differences>, with 3 a tenth less, and words like 应当 go with them.
    private static let leastWeight = 2
    /// A run that says more stands, however much around it changed: six characters are a phrase, seldom chance. 4 to 10
    /// make 3 % more or 2 % fewer regions there.
    private static let mostWeight = 6

    private func withoutIslands(_ found: [CommonRun]) -> [CommonRun] {
        var runs = found
        for _ in 0..<Self.mostPasses {
            let kept = runs.indices.filter { !isIsland($0, of: runs) }.map { runs[$0] }
            if kept.count == runs.count { return kept }
            runs = kept
        }
        return runs
    }

    /// True for a short run between changes that are larger on both sides: a reader sees one change, not two with a
    /// word between them.
    private func isIsland(_ index: Int, of runs: [CommonRun]) -> Bool {
        let run = runs[index]
        let before = index > 0 ? (runs[index - 1].baseEnd, runs[index - 1].otherEnd) : (0, 0)
        let behind =
            index + 1 < runs.count
            ? (runs[index + 1].base, runs[index + 1].other) : (base.tokens.count, other.tokens.count)
        let changes = [
            (weight(of: before.0..<run.base, in: base), weight(of: before.1..<run.other, in: other)),
            (weight(of: run.baseEnd..<behind.0, in: base), weight(of: run.otherEnd..<behind.1, in: other)),
        ]
        guard changes.allSatisfy({ max($0.0, $0.1) > 0 }), !isClause(run) else { return false }
        let own = weight(of: run.base..<run.baseEnd, in: base)
        if own < Self.leastWeight { return true }
        // Words that were only added or only removed beside it leave the run readable, unless it is very short.
        let isBesideReplacements = changes.allSatisfy { min($0.0, $0.1) > 0 }
        let most = isBesideReplacements ? Self.mostWeight : Self.leastWeight
        return own <= most && changes.allSatisfy { own <= max($0.0, $0.1) }
    }

    /// A run with the border of a clause at both ends of it, in both texts.
    private func isClause(_ run: CommonRun) -> Bool {
        run.count > 1
            && [base.gaps[run.base], base.gaps[run.baseEnd], other.gaps[run.other], other.gaps[run.otherEnd]]
                .allSatisfy { $0.border >= 2 }
    }

    private func weight(of range: Range<Int>, in text: TokenizedText) -> Int {
        var weight = 0
        for index in range where weight <= Self.mostWeight { weight += Self.weight(text.tokens[index]) }
        return weight
    }

    /// What a token says: a short word of letters little, a number or name much.
    private static func weight(_ token: Token) -> Int {
        switch token.kind {
        case .ideograph: 1
        case .word: token.span.length <= 3 ? 0 : 2
        case .quantity, .reference, .title, .term: 3
        }
    }

    // MARK: Words

    /// Characters that a change may take along on each side; none makes 3 % more regions, more than 2 change nothing there.
    private static let farthest = 3

    private func atWordBorders(_ found: [CommonRun]) -> [CommonRun] {
        found.map { run in
            var run = run
            var taken = 0
            while run.count > 0, taken < Self.farthest, startsInsideWord(run) {
                (run.base, run.other, run.count) = (run.base + 1, run.other + 1, run.count - 1)
                taken += 1
            }
            taken = 0
            while run.count > 0, taken < Self.farthest, endsInsideWord(run) {
                run.count -= 1
                taken += 1
            }
            return run
        }.filter { $0.count > 0 }
    }

    private func startsInsideWord(_ run: CommonRun) -> Bool {
        isInsideWord(run.base, in: base) || isInsideWord(run.other, in: other)
    }

    private func endsInsideWord(_ run: CommonRun) -> Bool {
        isInsideWord(run.baseEnd, in: base) || isInsideWord(run.otherEnd, in: other)
    }

    /// True where the border before a token parts a word.
    private func isInsideWord(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, index < text.tokens.count, text.gaps[index].border == 0 else { return false }
        return cohesion.joins(text.tokens[index - 1], text.tokens[index])
    }
}
