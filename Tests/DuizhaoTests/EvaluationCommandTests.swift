import Duizhao
import Foundation
import Testing

@Suite("Evaluation on the command line")
struct EvaluationCommandTests {
    /// Six articles that have little in common with each other.
    private static let act = """
        养犬管理条例
        第一条　为了规范犬只管理，保障公民人身安全，根据有关法律，制定本条例。
        第二条　本市行政区域内犬只的饲养、经营，适用本条例。
        第三条　养犬人应当每年为犬只接种狂犬病疫苗。
        第四条　犬只伤人的，养犬人应当立即将伤者送医疗机构诊治，先行垫付医疗费用。
        第五条　未办理登记的，由公安机关责令改正，处五百元罚款。
        第六条　本条例自2021年1月1日起施行。
        """

    /// A folder with these files, removed afterwards.
    private func withFiles<Value>(_ files: [String: String], _ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-gold-\(ProcessInfo.processInfo.globallyUniqueString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            let url = URL(filePath: folder).appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return try body(folder)
    }

    private func json(_ run: Run) throws -> JSONValue {
        let schema = try JSONSchema(try Checkout.text("Sources/Duizhao/Duizhao.docc/Resources/evaluation.schema.json"))
        let value = try JSONValue(run.output)
        #expect(schema.faults(of: value).prefix(3) == [])
        return value
    }

    private let header = "base\tother\tlink\tnote\n"

    @Test func figuresAreThoseComputedByHand() throws {
        let gold =
            header
            + "1\t1\tmain\t\n2\t2\tpart\t\n3\t3\tborderline\t\n4\t4\tmain\t\n5\t5\tmain\t\n6\t6\tmain\t\n1\t3\tmain\t\n"
        try withFiles(["articles.a-1--b-1.tsv": gold, "a-1.txt": Self.act, "b-1.txt": Self.act]) { folder in
            let run = try Run(["evaluate", folder, "--format", "json"])
            #expect(run.status == 0 && run.errors.isEmpty)
            let measured = try #require(try json(run)["measured"]?.items.first)
            #expect(measured["name"] == .text("articles.a-1--b-1") && measured["kind"] == .text("zh-zh"))
            for method in ["engine", "nearest", "mutual"] {
                let figures = try #require(measured[method])
                // Six articles find themselves: five are right, one is borderline; of five main links four are found,
                // of six links in all five.
                #expect(figures["predicted"] == .number(6) && figures["right"] == .number(5), "\(method)")
                #expect(figures["skipped"] == .number(1) && figures["wrong"] == .number(0), "\(method)")
                #expect(figures["precision"] == .number(1) && figures["mainRecall"] == .number(0.8), "\(method)")
                #expect(figures["allRecall"] == .number(0.8333), "\(method)")
                #expect(figures["mainF1"] == .number(0.8889) && figures["allF1"] == .number(0.9091), "\(method)")
            }
            let table = try Run(["evaluate", folder + "/articles.a-1--b-1.tsv"])
            #expect(table.status == 0 && table.output.contains("Articles, Chinese–Chinese"))
            #expect(table.output.contains("0.889  0.909"))
        }
    }

    @Test func theCorpusIsMeasuredWhereNothingIsNamed() throws {
        let value = try json(try Run(["evaluate", "--format", "json"]))
        #expect(value["measured"]?.items.count == 8 && value["parallel"] == .null)
        #expect(value["pooled"]?.items.compactMap { $0["name"]?.text } == ["zh-en", "en-en", "articles", "points"])
        for pool in value["pooled"]?.items ?? [] {
            let engine = try #require(pool["engine"]?["allF1"]?.number)
            for baseline in ["nearest", "mutual"] {
                #expect(try #require(pool[baseline]?["allF1"]?.number) < engine, "\(baseline) of \(pool)")
            }
        }
    }

    @Test func decisionsOfPeopleAreNotMeasured() throws {
        let decision = """
            decisions:
              - unlink: true
                base: jilin
                baseProvision: art_1
                other: lianyungang
                otherProvision: art_1
                author: Wang Fang
                date: 2026-03-01
            """
        try Checkout.withCopyOfCorpus { folder in
            let gold = "Corpus/Gold/articles.jilin-lianyungang.tsv"
            let before = try Run(["evaluate", gold, "--format", "json"], folder: folder)
            try Data(decision.utf8).write(to: URL(filePath: folder + "/Corpus/Overrides/one.yaml"))
            let links = try Run(["align", "jilin", "lianyungang", "--format", "tsv"], folder: folder)
            #expect(links.status == 0 && !links.output.contains("\nart_1\tart_1\t"))
            let after = try Run(["evaluate", gold, "--format", "json"], folder: folder)
            #expect(before.status == 0 && after.output == before.output)
        }
    }

    @Test func renumberedArticlesAreJudgedByTheMap() throws {
        let old = "第1條\n養犬人應每年為犬隻接種狂犬病疫苗。\n\n第2條\n犬隻傷人者，養犬人應將傷者送醫療機構診治。\n\n第3條\n本法自公布日施行。\n"
        let new = "第1條\n犬隻傷人者，養犬人應將傷者送醫療機構診治。\n\n第2條\n養犬人應每年為犬隻接種狂犬病疫苗。\n\n第3條\n本法自公布日施行。\n"
        let map = "new_art\tstatus\told_arts\n1\tMAP\t2,3\n2\tNEW\t\n3\tUNK\t\n"
        try withFiles(["sets/act/old.txt": old, "sets/act/new.txt": new, "sets/act/map.tsv": map]) { folder in
            for argument in [folder + "/sets", folder + "/sets/act/"] {
                let run = try Run(["evaluate", argument, "--format", "json"])
                #expect(run.status == 0, "\(run.errors)")
                let measured = try #require(try json(run)["measured"]?.items.first)
                #expect(measured["name"] == .text("act") && measured["kind"] == .text("renumbered"))
                // 2–1 is right, 1–2 counts apart since 2 is new, 3–3 is left out; 3–1 is missed.
                #expect(measured["engine"]?["right"] == .number(1) && measured["engine"]?["wrong"] == .number(0))
                #expect(measured["engine"]?["skipped"] == .number(1) && measured["engine"]?["precision"] == .number(1))
                #expect(measured["engine"]?["allRecall"] == .number(0.5))
            }
        }
    }

    private static let statutes: String = {
        let articles = [
            ("养犬人应当每年为犬只接种狂犬病疫苗。", "Dog owners shall have their dogs vaccinated against rabies every year."),
            ("公安机关可以处以罚款。", "The public security organ may impose a fine."),
            ("当事人应当提交申请书。", "The party shall submit a written application."),
            ("用人单位应当签订劳动合同。", "The employer shall conclude a labour contract."),
            ("本条例自公布之日起施行。", "These Regulations shall come into force on the date of promulgation."),
        ]
        let numbers = ["1", "2", "2-1", "3", "4"]
        let lines = ["LAW1", "LAW2"].flatMap { code in
            zip(numbers, articles).map { number, article in
                #"{"pcode": "\#(code)", "art": "\#(number)", "zh": "\#(article.0)", "en": "\#(article.1)"}"#
            }
        }
        let short = #"{"pcode": "SHORT", "art": "1", "zh": "甲。", "en": "A."}"#
        return (lines + [short]).joined(separator: "\n") + "\n"
    }()

    @Test func parallelStatutesAreReadFromAFileAndFromStandardInput() throws {
        try withFiles(["statutes.jsonl": Self.statutes]) { folder in
            let byFile = try Run(["evaluate", folder + "/statutes.jsonl", "--format", "json"])
            let byInput = try Run(["evaluate", "--parallel", "-", "--format", "json"], input: Self.statutes)
            #expect(byFile.status == 0 && byInput.status == 0, "\(byFile.errors)")
            let measured = try #require(try json(byFile)["parallel"])
            #expect(measured["collected"] == .number(3) && measured["laws"] == .number(2))
            #expect(measured["articles"] == .number(10) && measured["unread"] == .number(0))
            #expect(
                measured["methods"]?.items.compactMap { $0["name"]?.text }
                    == ["engine", "engine, order and numbers unused", "nearest"])
            #expect(try json(byInput)["parallel"]?["methods"] == measured["methods"])
            let table = try Run(["evaluate", folder + "/statutes.jsonl"])
            #expect(table.status == 0 && table.output.hasPrefix("Parallel statutes: 2 of 3; 10 articles, 0 of them"))
            #expect(table.output.contains("from both  no link\n") && !table.output.contains("MAP_LOWSIM"))
            let one = try json(try Run(["evaluate", folder + "/statutes.jsonl", "--laws", "1", "--format", "json"]))
            #expect(one["parallel"]?["laws"] == .number(1))
        }
    }

    @Test func brokenLinesOfStatutesAreNamed() throws {
        let run = try Run(["evaluate", "-"], input: Self.statutes + "{\"pcode\": 7}\n")
        #expect(run.status == 1 && run.errors.contains("-:12:1: error: ") && run.errors.contains("[gold.line]"))
    }

    @Test func aMissingTextIsNamedAndNotSkipped() throws {
        let gold = header + "1\t1\tmain\t\n"
        try withFiles(["articles.nowhere-jilin.tsv": gold, "articles.a-b.tsv": gold]) { folder in
            let a = try Run(
                [
                    "evaluate", folder, "--text", "a=Corpus/Texts/jilin.en.txt", "--text",
                    "b=Corpus/Texts/jiangsu.en.txt", "--format", "json",
                ])
            #expect(a.status == 1)
            #expect(a.errors.contains("articles.nowhere-jilin: not measured: no text “nowhere”"))
            let value = try json(a)
            #expect(value["unmeasured"]?.items.compactMap { $0["name"]?.text } == ["articles.nowhere-jilin"])
            #expect(value["measured"]?.items.compactMap { $0["name"]?.text } == ["articles.a-b"])
            #expect(try Run(["evaluate", folder]).output.contains("Not measured\n  articles.a-b: no text “a” and “b”"))
        }
    }

    @Test func linesOfGoldThatCannotBeReadAreNamedWithTheirNumber() throws {
        let gold = header + "1\t1\tmain\t\n2\t2\tperhaps\t\n\n3\t99\tmain\t\n"
        try withFiles(["articles.a-b.tsv": gold, "a.txt": Self.act, "b.md": Self.act]) { folder in
            let run = try Run(["evaluate", folder, "--format", "json"])
            #expect(run.status == 1)
            let file = folder + "/articles.a-b.tsv"
            #expect(run.errors.contains("\(file):3:1: error: “perhaps” is none of main, part, borderline; left out."))
            #expect(run.errors.contains("\(file):5:1: warning: b was read without 99"))
            #expect(try json(run)["measured"]?.items.first?["engine"]?["main"] == .number(2))
        }
    }

    @Test func wrongUseGivesTwo() throws {
        for wrong in [
            ["evaluate", "no-such-gold.tsv"], ["evaluate", "Corpus/Texts"], ["evaluate", "README.md"],
            ["evaluate", "--laws", "3"], ["evaluate", "--text", "jilin"], ["evaluate", "--text", "a=no-such-file"],
            ["evaluate", "--parallel", "no-such.jsonl"], ["evaluate", "--corpus", "no-such-folder"],
        ] {
            let run = try Run(wrong)
            #expect(run.status == 2 && run.output.isEmpty, "\(wrong) \(run.errors)")
            #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        }
    }
}
