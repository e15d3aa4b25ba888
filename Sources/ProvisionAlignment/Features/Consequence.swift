import RegulationModel

/// What follows an offence: 由公安机关责令改正；逾期不改正的，处五百元以上二千元以下罚款. It is worded alike whatever the offence is,
/// and so says little of what a provision is about.
enum Consequence {
    /// What the characters of a clause that only tells a consequence count. Of 82 links of sanctions between acts on 20
    /// subjects, read before there was this rule, 0.4 removes 20 of 31 wrong and 3 of 51 right ones, 0.7 18 and 1, 0.2 23
    /// and 3. Between acts on 20 other subjects 22 of the links it removes are wrong, 4 right, 5 disputable.
    static let share: Float = 0.4

    /// Whether a clause, a run of ideographs, tells a consequence, a condition of one, or merely which rule was violated.
    static func isTold(in clause: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
        opens(clause) || isViolation(clause) || hasSanction(clause)
    }

    /// The same.
    static func isTold(in clause: [Unicode.Scalar]) -> Bool { clause.withUnsafeBufferPointer(isTold(in:)) }

    private static func opens(_ clause: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
        // Few clauses begin with one of these characters.
        switch clause.first {
        case "逾", "拒", "情", "构", "造", "给": openings.contains { clause.starts(with: $0) }
        default: false
        }
    }

    /// 逾期不改正的, 情节严重的: there is no consequence without one of these before it or behind it.
    private static let openings = [
        "逾期", "拒不改", "情节严重", "情节较重", "情节较轻", "情节轻微", "构成犯罪", "造成损失", "造成损害", "造成严重后果", "给他人造成",
    ].map { Array($0.unicodeScalars) }

    /// 违反本条例第八条第一款规定.
    private static func isViolation(_ clause: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
        clause.count > 3 && clause[0] == "违" && clause[1] == "反" && clause[clause.count - 2] == "规"
            && clause[clause.count - 1] == "定"
    }

    /// Whether a text threatens something: 责令改正, 处以罚款, 给予处分, 予以处罚, 没收 …. 处分 of property, a 警告 sign and 行政处罚 as
    /// a matter are none.
    private static func hasSanction(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        var before: Unicode.Scalar = " "
        var last: Unicode.Scalar = " "
        for scalar in text {
            if endsSanction(before, last, scalar) { return true }
            before = last
            last = scalar
        }
        return false
    }

    @inline(__always)
    private static func endsSanction(
        _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar
    ) -> Bool {
        switch (second, third) {
        case ("责", "令"), ("罚", "款"), ("没", "收"), ("吊", "销"), ("刑", "事"), ("偿", "责"): true
        case ("处", "分"): first == "予" || first == "政" || first == "务" || first == "法"
        case ("处", "罚"): first == "予" || first == "以" || first == "定" || first == "理"
        case ("警", "告"): first == "予" || first == "以"
        default: false
        }
    }

    /// A text without the clauses that only tell a consequence, a degree, or that some rule was violated: what it says of
    /// the offence. Marks stay.
    static func offence(in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        kept.reserveCapacity(text.count)
        var start = 0
        for place in text.indices where clauseEnds.contains(text[place].value) {
            if tellsOffence(text[start..<place]) { kept += text[start..<place] }
            kept.append(text[place])
            start = place + 1
        }
        if tellsOffence(text[start...]) { kept += text[start...] }
        return kept
    }

    private static func tellsOffence(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
        if isTold(in: Array(clause)) || degrees.contains(where: { clause.starts(with: $0) }) { return false }
        guard rules.contains(where: { clause.starts(with: $0) }) else { return true }
        return !ruleEnds.contains { clause.suffix($0.count).elementsEqual($0) }
    }

    /// 尚不构成犯罪的 tells how grave it is, 违反其他法律、法规规定的行为 that there is a rule.
    private static let degrees = ["尚不构成", "尚未构成", "不构成犯罪", "情节特别"].map { Array($0.unicodeScalars) }
    private static let rules = ["违反本", "违反其他", "违反有关", "违反法律", "触犯"].map { Array($0.unicodeScalars) }
    private static let ruleEnds = ["规定", "规定的", "规定的行为", "的行为", "刑律的", "刑法的"].map { Array($0.unicodeScalars) }
    private static let clauseEnds = ",;。:".unicodeScalars.map(\.value)

    // MARK: Provisions

    /// What a provision has to do with offences.
    enum Role: Sendable {
        /// It says what follows an offence, and nothing else.
        case sanction
        /// It knows no offence and no liability.
        case none
        /// Anything between: a rule with its sanction, a liability for damage.
        case mixed
    }

    /// The role of a provision in Chinese.
    static func role(_ text: [Unicode.Scalar]) -> Role {
        let opening = text.prefix(longestOpening).prefix { $0 != "。" && $0 != ":" }
        if offences.contains(where: { FormedWord.contains(opening, $0) }), hasSanction(opening) { return .sanction }
        return hasSanction(text) || namesLiability(text) ? .mixed : .none
    }

    private static func namesLiability(_ text: [Unicode.Scalar]) -> Bool {
        for place in text.indices {
            switch text[place] {
            // What the words of liability begin with.
            case "责", "违", "追", "处", "警", "依", "赔":
                if liabilities.contains(where: { text[place...].starts(with: $0) }) { return true }
            default: continue
            }
        }
        return false
    }

    /// Characters in which an offence and its consequence are named.
    private static let longestOpening = 200
    private static let offences = ["违反", "有下列行为之一", "有下列情形之一"].map { Array($0.unicodeScalars) }
    private static let liabilities = ["责任", "违反", "违法", "追究", "处罚", "处分", "警告", "依法处理", "赔偿"]
        .map { Array($0.unicodeScalars) }
}

/// Search for a short word in a text.
enum FormedWord {
    static func contains(_ text: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        for start in text.startIndex...(text.endIndex - word.count) where text[start] == first {
            if text[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
    }
}
