import RegulationModel
import Testing

@testable import ProvisionDiff

/// What sentences do that single rules are for.
@Suite("Rules of modality") struct ModalityRuleTests {
    private func modality(_ text: String, _ language: Language) -> Modality? {
        let regulation = SampleTexts.article(text, language)
        return regulation.articles.flatMap { NormReader(regulation).norms(of: $0) }.first?.modality
    }

    @Test(arguments: [
        ("生产含有兴奋剂目录所列物质的食品的，以生产有毒、有害食品罪定罪处罚。", Modality.sanction),
        ("未公示营业执照信息的，由登记机关依照《电子商务法》处罚。", .sanction),
        ("对有前款行为的，由公安机关依照有关法律的规定处罚。", .sanction),
        ("监督管理部门对违法行为实施行政处罚，应当依照公正、公开的原则。", .must),
        ("本规定适用于外国的组织和个人（以下简称外方）为和平目的进行的调查活动。", .statement),
        ("本法稱定型化契約者，謂依定型化契約條款訂定之契約。", .definition),
        ("前項荷重試驗，指將相當於額定荷重之荷重置於吊具上之試驗。", .definition),
        ("主管部门依法实施监督检查，指导企业加强管理。", .statement),
        ("本辦法依商港法第十條第二項規定訂定。", .purpose),
        ("不同意之股東得以書面向公司聲明退股。", .may),
        ("申請書不合程式，而其情形可以補正者，應通知申請人補正。", .must),
        ("各級主管機關得依本辦法之規定調度物資。", .may),
        ("審查委員審查完畢，應將意見書提懲戒委員會會議討論。", .must),
    ])
    func chineseSentencesAreRead(_ text: String, _ expected: Modality) {
        #expect(modality(text, .chinese) == expected)
    }

    @Test(arguments: [
        (
            "Institutions that apply (hereinafter referred to as \"the banks\") shall submit the documents.",
            Modality.must
        ),
        ("Factories that manufacture ointments shall install the following facilities.", .must),
        ("Those who operate this business shall acquire a license.", .must),
        ("The plan shall include the following information:", .must),
        ("The notice need not be published in a newspaper.", .may),
        ("A guild cannot refuse the application of a qualified person.", .mustNot),
        ("A guild can not refuse the application of a qualified person.", .mustNot),
        ("The licence may never be lent to others.", .mustNot),
        ("Cease the right to practice for two months to two years.", .statement),
        ("The fee for works of which the rights holder cannot be identified is 5,000 yuan.", .statement),
        ("If the head cannot perform duties, the deputy shall act.", .must),
        ("The drawings need to be certified by an engineer.", .must),
        ("The association has the first priority to lease the land.", .right),
        ("This Standard shall be implemented at release date.", .statement),
        ("The candidates shall not be limited to members.", .statement),
        ("This set of Standards is formulated in accordance with Article 10 of the Act.", .purpose),
        ("The Museum specifically establishes these Regulations pursuant to Article 2 of the Act.", .purpose),
        ("This Act aims to enhance foreign relations.", .purpose),
        ("The Standards are instituted pursuant to Article 16 of the Act.", .purpose),
        ("Documents specified in Article 3 refer to any of the following papers:", .definition),
        ("The drawings referred to in the preceding article shall be drawn by persons who are qualified.", .must),
        ("The bond referred to in paragraph 1 may be in the form of cash.", .may),
        ("The central competent authority shall establish the certification standards of products.", .delegation),
        ("The ranks of personnel shall be stipulated in a separate staffing chart.", .delegation),
        ("The format of reports shall be stipulated by the competent authority.", .delegation),
        ("This Act shall come into force on the date ordered by the Executive Yuan.", .delegation),
        ("A firm that violates these Regulations shall be subject to the punishment under the Act.", .sanction),
    ])
    func englishSentencesAreRead(_ text: String, _ expected: Modality) {
        #expect(modality(text, .english) == expected)
    }
}
