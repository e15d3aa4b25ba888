import Duizhao
import Foundation
import Testing

@Suite("Dictionary on the command line")
struct DictionaryCommandTests {
    private static let chinese = "养犬管理办法\n第一条　养犬人应当为犬只接种疫苗。\n第二条　经营场所应当公示价格。\n第三条　本办法自公布之日起施行。\n"
    private static let english = """
        Measures for Keeping Dogs
        Article 1 Business premises shall display their prices.
        Article 2 Dog owners shall have their dogs vaccinated.
        Article 3 These Measures shall come into force on the date of promulgation.

        """
    private static let dictionary = """
        # CC-CEDICT
        養犬人 养犬人 [yang3 quan3 ren2] /dog owner/
        接種 接种 [jie1 zhong4] /to vaccinate/
        經營 经营 [jing1 ying2] /business/
        場所 场所 [chang3 suo3] /premises/
        價格 价格 [jia4 ge2] /price/
        公布 公布 [gong1 bu4] /promulgation/

        """

    /// A folder with two texts and a dictionary, removed afterwards.
    private func withDictionary<Value>(_ bytes: Data, _ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-dictionary-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, data) in [
            ("zh.txt", Data(Self.chinese.utf8)), ("en.txt", Data(Self.english.utf8)), ("words.u8", bytes),
        ] { try data.write(to: URL(filePath: folder + "/" + name)) }
        return try body(folder)
    }

    private func run(_ command: String, _ folder: String) throws -> Run {
        let texts = command == "align" ? ["zh.txt", "en.txt"] : ["zh.txt", "en.txt", "--rows", "articles"]
        return try Run([command] + texts + ["--dictionary", "words.u8"], folder: folder)
    }

    @Test func termsOfADictionaryAreReasonsForLinks() throws {
        try withDictionary(Data(Self.dictionary.utf8)) { folder in
            let run = try run("align", folder)
            #expect(run.status == 0)
            #expect(run.output.contains("养犬人"))
            #expect(try !Run(["align", "zh.txt", "en.txt"], folder: folder).output.contains("养犬人"))
            #expect(try self.run("matrix", folder).status == 0)
        }
    }

    @Test func linesThatCannotBeUsedAreWarnings() throws {
        let text = Self.dictionary + String(repeating: "no line of a dictionary\n", count: 20)
        try withDictionary(Data(text.utf8)) { folder in
            let run = try run("align", folder)
            let warnings = run.errors.split(separator: "\n").filter { $0.hasSuffix("[dictionary.line]") }
            #expect(run.status == 0 && warnings.count == 5)
            #expect(warnings.first?.hasPrefix("words.u8:8:1: warning: ") == true)
            #expect(warnings.last?.contains("15 further lines") == true)
        }
    }

    @Test(arguments: [[0x1F, 0x8B, 0x08], Array("no dictionary\n".utf8), []] as [[UInt8]])
    func aFileOfAnotherKindIsWrongUse(_ bytes: [UInt8]) throws {
        try withDictionary(Data(bytes)) { folder in
            for command in ["align", "matrix"] {
                let run = try run(command, folder)
                #expect(run.status == 2 && run.output.isEmpty)
                #expect(run.errors.hasPrefix("duizhao: words.u8: ") && run.errors.split(separator: "\n").count == 1)
            }
        }
    }

    @Test func aFileThatIsNotThereIsWrongSurroundings() throws {
        for command in [["align", "jilin", "lianyungang"], ["matrix"], ["evaluate"], ["build", "--check"]] {
            let run = try Run(command + ["--dictionary", "/nowhere/words.u8"])
            #expect(run.status == 2 && run.errors.contains("duizhao: /nowhere/words.u8: "), "\(command)")
        }
    }
}
