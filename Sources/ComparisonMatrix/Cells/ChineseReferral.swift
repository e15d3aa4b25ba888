import RegulationModel

/// Whether a Chinese sentence does nothing but refer its matter to another act or body.
///
/// Forms and examples:
/// - 具体办法由省人民政府另行制定 names a body (配套的具体规定, 立法法 2023, art. 66);
/// - 由公安机关依照《江苏省公安机关警务辅助人员管理条例》予以处罚 names an act;
/// - 按照国家有关规定执行 and 法律、法规另有规定的，从其规定 name other rules.
enum ChineseReferral {
    private static let modals = ["应当", "必须", "可以", "不得", "禁止", "严禁"]
    private static let rulingWords =
        modals + ["负责", "建立", "实行", "给予", "予以", "享受", "享有", "责令", "没收", "处以", "纳入", "组织实施"]
    /// What sets a value: 献血间隔期不少于六个月 rules, whatever is referred to behind it.
    private static let values = [
        "不少于", "不得少于", "不超过", "不得超过", "不低于", "不得低于", "不高于", "不得高于", "至少", "最多", "最少", "最低", "最高", "一般为",
    ]
    private static let ruleNouns = ["办法", "标准", "细则", "规定", "规则", "规范", "制度", "程序", "条件", "范围", "目录", "权限"]
    private static let madeRules = ["办法", "标准", "细则", "规定"]
    private static let grounds = ["依照", "按照", "参照", "依据", "根据", "适用"]
    private static let executions = ["执行", "办理", "实施", "处理", "处罚", "处分", "适用"]
    private static let ownRules = ["下列", "以下", "前款", "前条", "本条例", "本办法", "本规定", "本细则", "本法", "上述"]

    /// Judges one sentence without its closing mark.
    static func finding(_ sentence: String) -> SentenceEffect {
        let clauses = clauses(of: sentence)
        guard !clauses.isEmpty else { return .rules }
        var target: String?
        for (index, clause) in clauses.enumerated() {
            let before = index > 0 ? clauses[index - 1] : ""
            if isGeneral(clause) { continue }
            if let named = self.target(of: clause, after: before) {
                target = target ?? named
            } else if index == clauses.count - 1 || !isMatter(clause) {
                return .rules
            }
        }
        return .refers(to: target)
    }

    /// True for a clause that leads up to a referral: a condition (…的), or the matter itself (建立自然保护区的程序).
    private static func isMatter(_ clause: String) -> Bool {
        if !clause.hasSuffix("的"), values.contains(where: { clause.contains($0) }) { return false }
        if clause.hasSuffix("的") || !rulingWords.contains(where: { clause.contains($0) }) { return true }
        return ruleNouns.contains { clause.hasSuffix("的" + $0) } && !modals.contains { clause.contains($0) }
    }

    /// 依法追究刑事责任, 依法给予处分: the law in general.
    private static func isGeneral(_ clause: String) -> Bool {
        ["依法追究", "依法给予", "依法予以", "依法处理"].contains { clause.contains($0) }
            && !clause.contains("《") && !clause.contains("应当")
    }

    private static func target(of clause: String, after before: String) -> String? {
        reservation(clause, after: before) ?? drafter(clause, after: before) ?? applied(clause)
    }

    /// 法律、法规另有规定的，从其规定
    private static func reservation(_ clause: String, after before: String) -> String? {
        guard clause.hasPrefix("从其规定") else { return nil }
        let ends = ["对", "另有", "已有", "有"].compactMap { before.firstRange(of: $0)?.lowerBound }
        guard let end = ends.min(), end > before.startIndex else { return nil }
        return String(before[..<end])
    }

    /// 具体办法由省公安机关另行制定: a body makes the rules.
    private static func drafter(_ clause: String, after before: String) -> String? {
        guard let by = clause.firstRange(of: "由") else { return nil }
        let matter = by.lowerBound == clause.startIndex ? before : String(clause[..<by.lowerBound])
        var rest = clause[by.upperBound...]
        let named = ruleNouns.contains { matter.hasSuffix($0) }
        for verb in ["另行制定", "另行规定", "共同制定", "组织制定", "规定", "制定"] where rest.hasSuffix(verb) {
            rest.removeLast(verb.count)
            let isVerb = verb == "规定" && !(grounds + ["有关", "相关"]).contains { rest.contains($0) }
            return named || verb.hasPrefix("另行") || isVerb ? body(rest) : nil
        }
        guard madeRules.contains(where: { rest.hasSuffix($0) }) else { return nil }
        return ["另行制定", "制定"].lazy.compactMap { rest.firstRange(of: $0) }.first.flatMap { body(rest[..<$0.lowerBound]) }
    }

    /// The body before 根据 …, 参照 …: 由省人民政府根据国家有关规定另行制定.
    private static func body(_ text: Substring) -> String? {
        let ends = (grounds + ["结合"]).compactMap { text.firstRange(of: $0)?.lowerBound }
        let body = text[..<(ends.min() ?? text.endIndex)]
        return body.isEmpty ? nil : String(body)
    }

    /// 依照《…》予以处罚, 按照国家有关规定执行: an act or other rules decide.
    private static func applied(_ clause: String) -> String? {
        guard executions.contains(where: { clause.hasSuffix($0) }) || clause.hasSuffix("另行制定") else { return nil }
        let starts = grounds.compactMap { clause.firstRange(of: $0) }
        guard let start = starts.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        let rest = clause[start.upperBound...]
        if let open = rest.firstIndex(of: "《"), let close = rest.lastIndex(of: "》"), open < close {
            return String(rest[open...close])
        }
        guard clause.hasSuffix("执行") || clause.hasSuffix("办理"), rest.contains("规定") else { return nil }
        guard !ownRules.contains(where: { rest.contains($0) }) else { return nil }
        return String(rest.dropLast(2))
    }

    /// Cuts at ， ； and at commas and semicolons, but not inside 《…》.
    private static func clauses(of sentence: String) -> [String] {
        var clauses: [String] = []
        var clause = ""
        var depth = 0
        for character in sentence where !character.isWhitespace {
            if character == "《" { depth += 1 }
            if character == "》" { depth -= 1 }
            if depth <= 0, "，；,;：:".contains(character) {
                clauses.append(clause)
                clause = ""
            } else {
                clause.append(character)
            }
        }
        return (clauses + [clause]).filter { !$0.isEmpty }
    }
}
