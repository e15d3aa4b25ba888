import Duizhao
import Foundation
import Testing

@Suite("duizhao diff")
struct DiffCommandTests {
    @Test func aTextDoesNotDifferFromItself() throws {
        let run = try Run(["diff", "lianyungang", "Corpus/Texts/lianyungang.zh.txt", "--check"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("52 alike, 0 differ"))
        #expect(!run.output.contains("[-") || run.output.contains("[-removed-]"))
    }

    @Test(arguments: [("zh_CN.UTF-8", "对应条文 1 组"), ("zh_TW", "对应条文 1 组"), ("C", "1 group of provisions answers")])
    func labelsFollowTheLocale(_ locale: String, _ sentence: String) throws {
        let run = try Run(["diff", "lianyungang", "lianyungang", "--article", "1"], locale: locale)
        #expect(run.output.contains(sentence), "\(run.output)")
    }

    @Test func checkTellsDifferencesByItsStatus() throws {
        let text = try Checkout.text("Corpus/Texts/lianyungang.zh.txt")
        let changed = text.replacing("四十五周岁", with: "四十周岁")
        #expect(changed != text)
        let run = try Run(["diff", "lianyungang", "-", "--check", "--changes-only"], input: changed)
        #expect(run.status == 1)
        #expect(run.output.contains("[-四十五周岁-]{+四十周岁+}"))
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("── ") } == 1)
        #expect(try Run(["diff", "lianyungang", "-"], input: changed).status == 0)
    }

    @Test func punctuationWidthAndScriptAreCountedAndNoDifferences() throws {
        let text = try Checkout.text("Corpus/Texts/lianyungang.zh.txt")
        let changed = text.replacing("，", with: ",").replacing("、", with: "，").replacing("应当", with: "應當")
        let run = try Run(["diff", "lianyungang", "-", "--check"], input: changed)
        #expect(run.status == 0, "\(run.output.suffix(400))")
        let note = try #require(run.output.split(separator: "\n").last)
        #expect(note.contains("punctuation (") && note.contains("width, script, case, digits ("))
    }

    @Test func oneArticleCanBeAskedFor() throws {
        let run = try Run(["diff", "jilin", "jiangsu", "--article", "7"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("── ") } == 1)
        #expect(run.output.contains("Article 7 ↔ Article 12"))
        let absent = try Run(["diff", "jilin", "jiangsu", "--article", "99"])
        #expect(absent.status == 2 && absent.errors.contains("--article 99"))
    }

    @Test func colourIsOnlyWhereItIsAskedForOrSeen() throws {
        let escape = "\u{1B}["
        #expect(try !Run(["diff", "jilin", "jiangsu"]).output.contains(escape))
        #expect(try Run(["diff", "jilin", "jiangsu", "--color", "always"]).output.contains(escape))
        #expect(try !Run(["diff", "jilin", "jiangsu", "--color", "never"]).output.contains(escape))
    }

    @Test func everyFormatIsWritten() throws {
        let starts = ["terminal": "Measures", "html": "<!doctype html>", "markdown": "# ", "json": "{"]
        for (format, start) in starts {
            let run = try Run(["diff", "jilin", "jiangsu", "--format", format])
            #expect(run.status == 0 && run.output.hasPrefix(start), "\(format)")
        }
        #expect(try Run(["diff", "jilin", "jiangsu", "--format", "papyrus"]).status == 2)
        #expect(try Run(["diff", "-", "-"]).status == 2)
        #expect(try Run(["diff", "jilin", "jiangsu", "--width", "0"]).status == 2)
    }

    /// Words are compared within one language; across languages nothing is called changed.
    @Test func acrossLanguagesUnitsStandSideBySideAndNoWordIsMarked() throws {
        let json = try Run(["diff", "lianyungang", "jiangsu", "--format", "json"])
        let value = try JSONValue(json.output)
        #expect(value["comparesWords"] == .flag(false))
        let rows = (value["groups"]?.items ?? []).flatMap { $0["rows"]?.items ?? [] }
        #expect(rows.count > 100)
        #expect(rows.allSatisfy { $0["segments"] == .null })
        let states = Set(rows.compactMap { $0["state"]?.text })
        #expect(states.isSubset(of: ["counterpart", "added", "removed"]))
    }
}
