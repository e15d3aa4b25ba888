import RegulationModel

/// Something checkable that a sentence says beside duties and quantities: what it names one by one, who approves, who is
/// told, who pays, how often.
package struct Particular: Sendable, Hashable {
    /// What it says.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 分为……和……: the classes something falls into.
        case classes
        /// 报名、考试、体检、考察和公示等程序: things named one by one in a sentence.
        case enumeration
        /// 报……批准: who approves.
        case approval
        /// 经……审核: who examines.
        case audit
        /// 报……备案: who is told.
        case filing
        /// 纳入……预算: a budget that pays.
        case funding
        /// 每年至少一次, 定期: how often.
        case frequency
        /// 部分或者全部: a share without a number.
        case share
        /// 在……额度内: a limit without a number.
        case limit
        /// 公安机关主管……: a body's competence said without a word of duty.
        case competence
        /// 优先招聘……: who comes first.
        case priority
        /// 参照……执行: what is applied by analogy.
        case analogy
    }
    /// What it says.
    package let kind: Kind
    /// The value written the same in both languages: a number of things named, `>= 1 per year`, `budget same-level`; for
    /// bodies nil, since their names are words of the text.
    package let value: String?
    /// The words that say it.
    package let span: ByteSpan
}

/// Reads the particulars of one sentence.
struct ParticularReader {
    let text: NormText

    func read() -> [Particular] {
        let found =
            EnumerationReader(text: text).read() + PartyReader(text: text).read() + BudgetReader(text: text).read()
            + FrequencyReader(text: text).read() + RankingReader(text: text).read()
        return found.sorted { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
    }
}
