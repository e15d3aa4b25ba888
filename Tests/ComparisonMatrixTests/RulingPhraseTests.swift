@testable import ComparisonMatrix
import RegulationModel
import Testing

/// A row is named by what its provisions order, in the words of one of them.
@Suite("Clauses that name a row") struct RulingPhraseTests {
    @Test(arguments: [
        ("志愿服务组织应当及时如实记录志愿服务信息，不得泄露。", ["如实记录志愿服务信息", "不得泄露"]),
        ("任何单位和个人不得伪造、涂改、出租献血证。", ["不得伪造、涂改、出租献血证"]),
        ("鼓励公民加入志愿服务组织。", ["鼓励公民加入志愿服务组织"]),
        ("獸醫師公會應訂立章程，造具會員名冊。", ["訂立章程"]),
        // Conditions, lead-ins of lists and means name nothing.
        ("应当公开而未公开的，责令改正；志愿者应当履行下列义务：", []),
        ("市人民政府应当将所需资金，纳入预算；有关部门应当通过购买服务等方式，予以支持。", []),
        ("相应的设施和应急预案由主管部门确定。", []),
    ])
    func clausesSayWhatIsOrdered(_ text: String, _ phrases: [String]) {
        #expect(RulingPhrase.phrases(of: text, .chinese) == phrases)
    }

    @Test(arguments: [
        ("A veterinarian shall not refuse to perform diagnosis. ", ["not refuse to perform diagnosis"]),
        (
            "The veterinary hospital shall keep records of treatment, which shall be kept for 3 years.",
            ["keep records of treatment"]
        ),
        (
            "The practice license shall be revoked, and a fine of NT$6,000 shall be imposed.",
            ["practice license revoked"]
        ),
        ("It shall be revoked. Where the owner shall pay. ", []),
        (
            "Associations shall apply for registration of their articles of association and lists of members with the competent authority of the city.",
            ["apply for registration of their articles of association and lists of members"]
        ),
    ])
    func englishClausesSayWhatIsOrdered(_ text: String, _ phrases: [String]) {
        #expect(RulingPhrase.phrases(of: text, .english) == phrases)
    }

    /// Terms beside each other are no name: a clause that holds some of them is.
    @Test func aClauseOfAMemberNamesBeforeAHeapOfTerms() {
        let texts = ["在养犬协会中，设立调解小组，开展调解活动。养犬协会为调解提供场所。", "养犬协会设立调解小组，制定章程。"]
        #expect(RulingPhrase.clause(texts, holding: ["设立调解", "章程"]) == "设立调解小组")
        #expect(RulingPhrase.clause(["每年五月为养犬宣传月，集中开展宣传。"], holding: ["每年"]) == "每年五月为养犬宣传月")
        // Conditions, lead-ins and what goes on from before name nothing.
        #expect(RulingPhrase.clause(["违反章程的，并处章程规定的罚款；有下列情形："], holding: ["章程"]) == nil)
        #expect(RulingPhrase.clause(texts, holding: ["登记"]) == nil)
    }

    @Test func theClauseWithMostTermsNamesAndOneTermIsEnoughForOneProvisionOnly() {
        let texts = ["单位应当购买保险。", "志愿服务组织应当为志愿者购买人身意外伤害保险。"]
        #expect(
            RulingPhrase.naming(texts, with: ["保险", "人身", "购买"], .chinese) == "为志愿者购买人身意外伤害保险")
        #expect(RulingPhrase.naming(texts, with: ["保险", "章程"], .chinese) == nil)
        #expect(RulingPhrase.naming(["单位应当购买保险。"], with: ["保险", "章程"], .chinese) == "购买保险")
        #expect(RulingPhrase.naming(["单位应当购买保险。"], with: [], .chinese) == "购买保险")
    }
}
