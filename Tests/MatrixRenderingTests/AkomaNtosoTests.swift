import Foundation
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

@Suite("Akoma Ntoso")
struct AkomaNtosoTests {
    private static let texts = [
        "jiangsu.en.txt", "jilin.en.txt", "lianyungang.zh.txt", "shandong.en.txt", "shanghai.en.txt",
    ]

    private static let regulations = Result {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Corpus/Texts")
        return try texts.map { name in
            RegulationParser.parse([UInt8](try Data(contentsOf: folder.appending(path: name))), name: name, id: name)
        }
    }

    private func tree(_ regulation: Regulation) throws -> XMLTree { try XMLTree.read(render(regulation, as: .akn)) }

    private func tree(_ witness: Witness) throws -> XMLTree { try XMLTree.read(render(witness, as: .akn)) }

    @Test func anAmendedTextIsTheVersionOfItsLastAmendment() throws {
        let text = """
            某市条例
            （2015年6月26日某市人民代表大会常务委员会通过　根据2019年8月1日《关于修改〈某市条例〉的决定》修正）
            第一条　为了管理，制定本条例。
            第二条　本条例自2015年12月1日起施行。
            """
        let act = RegulationParser.parse(Array(text.utf8), name: "act.txt", id: "act")
        let expression = try #require(try tree(act).all.first { $0.name == "FRBRExpression" })
        #expect(expression.all("FRBRuri").first?.attributes["value"]?.hasSuffix("zho@2019-08-01") == true)
        let dates = expression.all("FRBRdate").map { [$0.attributes["name"], $0.attributes["date"]] }
        #expect(dates == [["amended", "2019-08-01"], ["effective", "2015-12-01"]])
    }

    @Test func eIdsAreThoseOfTheModelInItsOrder() throws {
        for regulation in try Self.regulations.get() {
            let body = try #require(try tree(regulation).all.first { $0.name.lowercased().hasSuffix("body") })
            let lists = Set(body.all("list").compactMap { $0.attributes["eId"] })
            let written = body.all.compactMap { $0.attributes["eId"] }
            let groupings = Set(regulation.groupings.map(\.eId.text))
            #expect(Set(written).count == written.count, "\(regulation.id)")
            #expect(groupings.isSubset(of: written), "\(regulation.id)")
            #expect(
                written.filter { !lists.contains($0) && !groupings.contains($0) }
                    == regulation.provisions.flatMap(Self.eIds), "\(regulation.id)")
        }
    }

    private static func eIds(_ provision: Provision) -> [String] {
        [provision.eId.text] + provision.children.flatMap(eIds)
    }

    @Test func everyProvisionHasItsPrintedTextMarkAndHeading() throws {
        for regulation in try Self.regulations.get() {
            let root = try tree(regulation)
            let byId = Dictionary(
                root.all.compactMap { element in element.attributes["eId"].map { ($0, element) } },
                uniquingKeysWith: { first, _ in first })
            for provision in regulation.provisions.flatMap(Self.all) {
                let element = try #require(byId[provision.eId.text])
                let isPoint = provision.level >= .point
                #expect(element.name == (isPoint ? "point" : provision.level.name))
                #expect(element.at("num").map(\.text) == [regulation.mark(provision)].compactMap(\.self))
                #expect(element.at("heading").count == (provision.heading == nil ? 0 : 1))
                let own = ["content/p", "intro/p", "list/intro/p"].flatMap(element.at).map(\.text).joined()
                #expect(own == regulation.ownText(provision), "\(regulation.id) \(provision.eId)")
                let closing = ["wrapUp/p", "list/wrapUp/p"].flatMap(element.at).map(\.text)
                #expect(closing == [provision.wrapUp].compactMap { $0.map { regulation.source.flowed([$0]) } })
            }
        }
    }

    private static func all(_ provision: Provision) -> [Provision] { [provision] + provision.children.flatMap(all) }

    @Test func theRootSaysHowMuchOfTheActThereIs() throws {
        let roots = try Self.regulations.get().map { try tree($0).children.map(\.name) }
        #expect(roots == [["act"], ["portion"], ["act"], ["portion"], ["doc"]])
        let portion = try #require(try tree(Sample.excerpt()).children.first)
        #expect(portion.attributes["includedIn"] == "/akn/cn/act/nd/jl/eng@")
        #expect(portion.at("meta/identification/FRBRManifestation/FRBRportion").first?.attributes["from"] == "#art_7")
    }

    @Test func whatAnExcerptDoesNotHoldIsAnOmissis() throws {
        let titles = try Self.regulations.get().map { regulation in
            try tree(regulation).all("omissis").compactMap { $0.attributes["title"] }
        }
        #expect(
            titles == [
                [], ["no article after 13 is held"], [],
                ["articles 1 to 4 are not held", "no article after 6 is held"], [],
            ])
    }

    @Test func nothingFromOutsideTheActIsInIt() throws {
        let act = try #require(try tree(Sample.act()).children.first)
        #expect(act.at("preface").isEmpty, "no title has a place in the sample")
        #expect(!act.text.contains("62号"), "the document number of a notice is in the meta only")
        #expect(act.all("FRBRnumber").first?.attributes["value"] == "某政发〔2021〕62号")
        #expect(try !tree(Sample.excerpt()).text.contains("commentary"))
    }

    @Test func theTitleIsWrittenAsPrinted() throws {
        let titles = try Self.regulations.get().map { try tree($0).all("docTitle").map(\.text) }
        #expect(titles[2] == ["连云港市公安机关警务辅助人员管理办法"])
    }

    @Test func addressesFollowTheNamingConvention() throws {
        let root = try tree(Sample.witness(Sample.act()))
        let values = root.all("FRBRuri").compactMap { $0.attributes["value"] }
        let work = "/akn/cn-xx/act/rule/2021/lyg"
        #expect(values == [work, work + "/zho@", work + "/zho@.akn"])
        #expect(root.all("FRBRcountry").first?.attributes["value"] == "cn-xx")
        #expect(root.all("FRBRlanguage").first?.attributes["language"] == "zho")
        let dates = root.all("FRBRdate").map { [$0.attributes["date"], $0.attributes["name"]] }
        #expect(dates == [["2021-12-31", "issued"], ["0001-01-01", "unknown"], ["0001-01-01", "unknown"]])
        #expect(try tree(Sample.act()).all("FRBRuri").first?.attributes["value"] == "/akn/cn/act/2021/lyg")
    }

    @Test func aCityWhoseCodeIsNotKnownStandsUnderTheState() throws {
        let city = Jurisdiction(name: BilingualText(chinese: "某", english: "某"), code: "", level: .city)
        let witness = Witness(
            regulation: Sample.act(), jurisdiction: city, rank: nil, translation: .original, file: "x", sha256: "",
            sourceNote: "", implements: nil)
        #expect(try tree(witness).all("FRBRuri").first?.attributes["value"] == "/akn/cn/act/2021/lyg")
    }

    @Test func aMachineTranslationHasNoAuthority() throws {
        let translation = try #require(try tree(Sample.witness(Sample.excerpt())).all("FRBRtranslation").first)
        #expect(
            translation.attributes == [
                "href": "/akn/cn-xx/act/rule/nd/jl/zho@", "fromLanguage": "zho", "authoritative": "false",
                "by": "#machine",
            ])
        #expect(try tree(Sample.witness(Sample.act())).all("FRBRtranslation").isEmpty)
    }

    @Test func annexesAreAttachments() throws {
        let text = "某市办法\n第一条 为了管理，制定本办法。\n第二条 本办法自2021年1月1日起施行。\n附件：\n表一 标准\n"
        let regulation = RegulationParser.parse(Array(text.utf8), name: "x", id: "x")
        guard regulation.parts.contains(where: { $0.kind == .annex }) else {
            Issue.record("the text has no annex any more")
            return
        }
        let root = try tree(regulation)
        #expect(root.at("act/attachments/attachment/doc/mainBody/p").map(\.text).joined().contains("标准"))
        #expect(!root.at("act/body").map(\.text).joined().contains("标准"))
    }

    @Test func hostileTextStaysText() throws {
        let hostile = Sample.hostile + "\u{0}\u{FFFE}\u{FFFF}\u{8}"
        let plain = Sample.witness(Sample.act(), word: "x")
        let witness = Sample.witness(Sample.act(word: hostile), word: hostile)
        let document = render(witness, as: .akn)
        let root = try XMLTree.read(document)
        #expect(try root.shape == tree(plain).shape)
        let expected = witness.regulation.fullText(witness.regulation.articles[0])
            .replacing("\u{1B}", with: "\u{FFFD}")
            .replacing("\u{0}\u{FFFE}\u{FFFF}\u{8}", with: String(repeating: "\u{FFFD}", count: 4))
        #expect(root.all("paragraph").first?.at("content/p").first?.text == expected)
        #expect(!document.unicodeScalars.contains { $0 != "\n" && TerminalText.isUnsafe($0) })
        #expect(root.all.compactMap { $0.attributes["eId"] }.allSatisfy { !$0.contains(" ") })
    }

    @Test func aTextWithoutProvisionsIsWrittenToo() throws {
        for text in ["", "\u{FEFF}", "no article here", "第一条"] {
            let regulation = RegulationParser.parse(Array(text.utf8), name: "x", id: "x")
            #expect(try tree(regulation).at("portion/portionBody/hcontainer").count == 1)
        }
    }

    @Test func theSameTextGivesTheSameBytes() {
        #expect(render(Sample.act(), as: .akn) == render(Sample.act(), as: .akn))
        #expect(render(Sample.act(), as: .akn).hasSuffix("</akomaNtoso>\n"))
    }
}
