import Duizhao
import Foundation
import Testing

@Suite("Search and family")
struct FindingCommandTests {
    private func schema(_ name: String) throws -> JSONSchema {
        try JSONSchema(try Checkout.text("Sources/Duizhao/Duizhao.docc/Resources/\(name).schema.json"))
    }

    @Test func aChineseQuestionFindsEnglishProvisionsAndTheOtherWayRound() throws {
        let chinese = Table(try Run(["search", "使用武器", "--format", "tsv"]).output).rows
        #expect(
            chinese.contains {
                $0["file"]?.hasSuffix("lianyungang.zh.txt") == true && $0["eId"]?.hasPrefix("art_11") == true
            })
        #expect(
            chinese.contains {
                $0["file"]?.hasSuffix("jiangsu.en.txt") == true && $0["eId"]?.hasPrefix("art_11") == true
            })
        let english = Table(try Run(["search", "use of weapons", "--format", "tsv"]).output).rows
        #expect(
            english.contains {
                $0["file"]?.hasSuffix("lianyungang.zh.txt") == true && $0["eId"]?.hasPrefix("art_11") == true
            })
    }

    @Test func matchesAreMarkedWithoutColourAndWithIt() throws {
        let plain = try Run(["search", "招聘条件", "lianyungang", "--limit", "3"])
        #expect(plain.status == 0 && plain.output.contains("‹") && !plain.output.contains("\u{1B}"))
        let coloured = try Run(["search", "招聘条件", "lianyungang", "--limit", "3", "--color", "always"])
        #expect(coloured.output.contains("\u{1B}[1m‹"))
    }

    @Test func searchInJSONIsAsDescribedAndPointsIntoItsText() throws {
        let run = try Run(["search", "公安机关", "--format", "json", "--limit", "7"])
        let value = try JSONValue(run.output)
        #expect(try schema("search").faults(of: value).prefix(3) == [])
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let provisions = try #require(object?["provisions"] as? [[String: Any]])
        #expect(provisions.count == 7 && object?["searched"] as? Int == 5)
        let scores = provisions.compactMap { $0["score"] as? Double }
        #expect(scores == scores.sorted(by: >))
        for provision in provisions {
            let text = try #require(provision["text"] as? String)
            let matches = try #require(provision["matches"] as? [[String: Int]])
            #expect(!matches.isEmpty)
            for match in matches {
                let bytes = Array(text.utf8)[(match["start"] ?? -1)..<(match["end"] ?? -1)]
                #expect(String(validating: bytes, as: UTF8.self)?.isEmpty == false)
            }
        }
    }

    @Test func nothingFoundIsNoErrorAndNothingToLookForIsOne() throws {
        let none = try Run(["search", "量子纠缠", "lianyungang"])
        #expect(none.status == 0 && none.errors.contains("nothing was found"))
        for question in ["", "  ", "the of and", "！？"] {
            let run = try Run(["search", question])
            #expect(run.status == 2 && run.output.isEmpty, "\(question)")
        }
        #expect(try Run(["search", "x", "--limit", "0"]).status == 2)
        #expect(try Run(["search", "公安", "no-such-file"]).status == 2)
    }

    @Test func theOrderOfFilesDecidesTiesOnly() throws {
        let one = try Run(["search", "武器", "jilin", "lianyungang", "jiangsu", "--format", "tsv"])
        let other = try Run(["search", "武器", "jiangsu", "jilin", "lianyungang", "--format", "tsv"])
        #expect(Set(one.output.split(separator: "\n")) == Set(other.output.split(separator: "\n")))
    }

    @Test func familyFindsActsOnTheSubjectAndWhatTheyShare() throws {
        try Scratch.with { folder in
            try TextFile.makeFolder(folder + "/acts")
            let others = [
                "3": "丙市燃气管理条例\n第一条 燃气经营者应当取得燃气经营许可证。\n第二条 禁止损坏燃气管道设施。\n",
                "4": "丁市殡葬管理条例\n第一条 遗体应当在殡仪馆火化。\n第二条 公墓不得出售寿穴。\n",
            ]
            for (name, text) in others { try TextFile.write(text, to: folder + "/acts/\(name).txt") }
            for (name, title) in [("1", "甲市养犬管理条例"), ("2", "乙市养犬管理条例")] {
                try TextFile.write(Scratch.act(title), to: folder + "/acts/\(name).txt")
            }
            try TextFile.write(Scratch.act("戊市养犬管理条例（草案）"), to: folder + "/1.txt")
            let run = try Run(["family", "1.txt", "acts", "--format", "json"], folder: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try schema("family").faults(of: try JSONValue(run.output)).prefix(3) == [])
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let relatives = try #require(object?["relatives"] as? [[String: Any]])
            let sure = relatives.filter { $0["certainty"] as? String != "doubtful" }
            let titles = sure.compactMap { ($0["act"] as? [String: Any])?["title"] as? String }
            #expect(titles.sorted() == ["乙市养犬管理条例", "甲市养犬管理条例"])
            #expect(object?["considered"] as? Int == 4)
            // The act and one of the collection have the same name; their ids differ.
            #expect(object?["aligned"] as? [String] == ["1-2", "2"])
            #expect((object?["families"] as? [Any])?.count ?? 0 >= 4)
            let terminal = try Run(["family", "1.txt", "acts"], folder: folder)
            #expect(terminal.output.contains("2 acts of 4 on the same subject"))
            #expect(terminal.output.contains("第三条"))
        }
    }

    @Test func familyRefusesWhatHoldsNoProvision() throws {
        try Scratch.with { folder in
            try TextFile.write("nothing", to: folder + "/none.txt")
            #expect(try Run(["family", "none.txt", "."], folder: folder).status == 2)
            #expect(try Run(["family", "none.txt"], folder: folder).status == 2)
        }
    }
}

@Suite("Help, completions and manual")
struct HelpTests {
    private static let commands = DuizhaoHelp.commands

    @Test func everyCommandExplainsItselfWithAnExample() throws {
        for command in Self.commands {
            let run = try Run([command, "--help"])
            #expect(run.status == 0 && run.output.contains("OVERVIEW: "), "\(command)")
            #expect(run.output.contains("duizhao \(command)"), "\(command) shows no example")
            for line in run.output.split(separator: "\n") where line.contains("--") && line.hasPrefix("  -") {
                #expect(line.count > 4)
            }
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScriptsKnowAllCommands(_ shell: String) throws {
        let run = try Run(["completions", shell])
        #expect(run.status == 0)
        for command in Self.commands { #expect(run.output.contains(command), "\(shell): \(command)") }
    }

    @Test func theManualDescribesAllCommandsAndOptions() throws {
        let page = try Run(["manual"]).output
        #expect(page.hasPrefix(".TH DUIZHAO 1"))
        for command in Self.commands { #expect(page.contains(".SS \"duizhao \(command)\"")) }
        #expect(page.contains("\\-\\-format") && page.contains(".SH ENVIRONMENT"))
    }
}

/// The commands that the root's help names.
enum DuizhaoHelp {
    static let commands: [String] = {
        let lines = (try? Run(["--help"]).output)?.split(separator: "\n") ?? []
        let start = lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") } ?? lines.endIndex
        return lines[start...].compactMap { line in
            // The last line says where more help is.
            guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See ") else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
    }()
}
