import ProvisionAlignment
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Translation memories")
struct TranslationMemoryTests {
    private func alignment(_ links: [(String, String)], reason: String = "shares a word") -> Alignment {
        Alignment(
            base: "lyg", other: "jl", level: .article,
            links: links.map { base, other in
                Link(
                    base: EId(base), other: EId(other), strength: .main, relation: .changed, score: 0.5,
                    reasons: [reason])
            })
    }

    private func tree(_ links: [(String, String)], other: Regulation) throws -> XMLTree {
        try XMLTree.read(render(alignment(links), base: Sample.act(), other: other, as: .tmx))
    }

    @Test func aLinkIsAUnitWithBothTextsAsPrinted() throws {
        let root = try tree([("art_2", "art_7"), ("art_1", "art_7")], other: Sample.excerpt())
        #expect(root.name == "tmx" && root.attributes["version"] == "1.4")
        #expect(root.at("header").first?.attributes["srclang"] == "zh-CN")
        #expect(root.at("header").first?.attributes["creationdate"] == nil)
        #expect(root.at("body/tu").count == 2)
        let unit = try #require(root.at("body/tu").first)
        #expect(unit.attributes["tuid"] == "art_2--art_7")
        #expect(unit.at("tuv").map { $0.attributes["xml:lang"] } == ["zh-CN", "en"])
        #expect(
            unit.at("tuv/seg").map(\.text) == [
                "不得从事下列工作：\n（一）单独执法；\n（二）保管管理武器。\n前款另有规定的除外。",
                "auxiliary police manage:\n(a) to help;\n(two) to manage.",
            ])
        #expect(unit.at("prop").map(\.text) == ["main", "changed", "0.50"])
        #expect(unit.at("tuv/prop").map(\.text) == ["base", "lyg", "art_2", "other", "jl", "art_7"])
    }

    @Test func aPointStandsWithoutItsOwnMark() throws {
        let root = try tree(
            [("art_2__para_1__list_1__point_2", "art_7__para_1__list_1__point_1")], other: Sample.excerpt())
        #expect(root.at("body/tu/tuv/seg").map(\.text) == ["保管管理武器。", "to help;"])
    }

    @Test func sidesInOneLanguageAreToldApartByTheirProperties() throws {
        let root = try tree([("art_1", "art_1")], other: Sample.act(id: "other"))
        #expect(root.at("body/tu/tuv").map { $0.attributes["xml:lang"] } == ["zh-CN", "zh-CN"])
        #expect(root.at("body/tu/tuv").map { $0.at("prop").first?.text } == ["base", "other"])
    }

    @Test func hostileTextStaysText() throws {
        let links = alignment([("art_2", "art_7")], reason: Sample.hostile)
        let text = render(
            links, base: Sample.act(word: Sample.hostile), other: Sample.excerpt(word: Sample.hostile), as: .tmx)
        #expect(try XMLTree.read(text).shape == tree([("art_2", "art_7")], other: Sample.excerpt()).shape)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && TerminalText.isUnsafe($0) })
    }
}
