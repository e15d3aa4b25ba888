import Foundation
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

/// What is written as Akoma Ntoso reads back to the same model.
@Suite("Akoma Ntoso read back") struct AkomaNtosoRoundTripTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let texts: [URL] = {
        let folder = root.appending(path: "Corpus/Texts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0) }
    }()

    private func reread(_ regulation: Regulation) -> Regulation {
        let akn = Array(render(regulation, as: .akn).utf8)
        return RegulationParser.parse(akn, name: "act.akn.xml", id: regulation.id)
    }

    /// All that a provision is, as text.
    private static func lines(_ provision: Provision, in regulation: Regulation) -> [String] {
        let heading = provision.heading.map { regulation.source.flowed([$0]) } ?? "-"
        let closing = provision.wrapUp.map { regulation.source.flowed([$0]) } ?? "-"
        let own = regulation.ownText(provision)
        let mark = regulation.mark(provision) ?? "-"
        return [
            "\(provision.eId) \(provision.level) \(provision.number.text) [\(mark)] \(heading): \(own) | \(closing)"
        ]
            + provision.children.flatMap { lines($0, in: regulation) }
    }

    private static func groupings(_ regulation: Regulation) -> [String] {
        regulation.groupings.map { grouping in
            let mark = regulation.source.flowed([grouping.mark])
            let heading = regulation.source.flowed([grouping.heading])
            return "\(grouping.eId) \(grouping.level) \(mark) \(heading) \(grouping.parent ?? -1) \(grouping.articles)"
        }
    }

    private func expectSame(_ read: Regulation, _ original: Regulation) {
        let provisions = original.provisions.flatMap { Self.lines($0, in: original) }
        #expect(read.provisions.flatMap { Self.lines($0, in: read) } == provisions)
        #expect(Self.groupings(read) == Self.groupings(original))
        #expect(read.title == original.title)
        #expect(read.language == original.language)
        #expect(read.authority == original.authority)
        #expect(read.completeness == original.completeness)
        #expect(read.documentNumber == original.documentNumber)
        #expect(
            read.repeals.map { read.source.flowed([$0.text]) }
                == original.repeals.map { original.source.flowed([$0.text]) })
    }

    @Test(arguments: texts) func theFiveTextsReadBack(_ url: URL) throws {
        let original = RegulationParser.parse(
            [UInt8](try Data(contentsOf: url)), name: url.lastPathComponent, id: "act")
        let read = reread(original)
        expectSame(read, original)
        // An explainer is a document of its own: the dates of the act it explains are not dates of it.
        if original.authority == .explainer {
            #expect(read.dates.published == original.dates.published)
        } else {
            #expect(read.dates == original.dates)
        }
        // A second time nothing changes at all.
        #expect(render(reread(read), as: .akn) == render(read, as: .akn))
    }

    @Test func partsOfAnExcerptKeepTheirKinds() {
        let text = "路灯管理办法\n（2019年3月1日某市人民政府通过，2020年5月1日修正）\n第一条　路灯应当开启。\n第三条　路灯应当关闭。\n"
        let original = RegulationParser.parse(Array(text.utf8), name: "a.txt", id: "act")
        let read = reread(original)
        expectSame(read, original)
        #expect(read.dates == original.dates)
        #expect(read.parts.map(\.kind) == original.parts.map(\.kind))
    }

    @Test func annexesAndRepeatedNumbersReadBack() {
        let text = """
            路灯管理办法

            第一章　总则
            第一条　路灯按下列时间开启：
            （一）夏季：
            1.晴天晚八时；
            2.雨天晚七时。
            （二）冬季晚六时。
            以上时间可以调整。
            第二条　路灯表见附件。
            第二条　路灯应当关闭。
            第三条　本办法自2020年1月1日起施行。

            附件：路灯表
            第一条　南京路十二盏。
            """
        let original = RegulationParser.parse(Array(text.utf8), name: "a.txt", id: "act")
        #expect(original.articles.map(\.eId.text).contains("art_2-dup2"))
        let read = reread(original)
        expectSame(read, original)
        #expect(read.parts.map(\.kind).filter { $0 == .annex } == [.annex])
    }
}
