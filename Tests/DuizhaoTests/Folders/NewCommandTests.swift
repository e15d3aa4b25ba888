import Duizhao
import Foundation
import Testing

@Suite("Starting a corpus")
struct NewCommandTests {
    private func write(_ texts: [String: String], to folder: String) throws {
        try TextFile.makeFolder(folder)
        for (name, text) in texts { try TextFile.write(text, to: folder + "/" + name) }
    }

    @Test func actsOfTwoLevelsBecomeACorpusThatBuildsAtOnce() throws {
        try Scratch.with { folder in
            let texts = [
                "省.txt": Scratch.act("江苏省养犬管理条例"),
                "市.txt": Scratch.act("南通市养犬管理条例", ground: "《江苏省养犬管理条例》"),
                "draft.txt": Scratch.act("某市养犬管理办法（草案）"),
            ]
            try write(texts, to: folder + "/from")
            let run = try Run(["new", "Dogs", "--from", "from"], folder: folder)
            #expect(run.status == 0, "\(run.errors)")
            let corpus = try Corpus.load(folder + "/Dogs")
            #expect(corpus.problems.isEmpty)
            #expect(corpus.title.chinese.hasPrefix("养犬"))
            let jiangsu = try #require(corpus.witnesses.first { $0.id == "jiangsu" })
            #expect(jiangsu.jurisdiction?.code == "cn-js" && jiangsu.rank == .localRegulation)
            let city = try #require(corpus.witnesses.first { $0.regulation.title.hasPrefix("南通") })
            #expect(city.implements == "jiangsu" && city.jurisdiction?.level == .city)
            #expect(corpus.index(of: "draft") != nil)
            for (name, text) in texts {
                #expect(try TextFile.read(folder + "/Dogs/Texts/" + name) == Array(text.utf8))
            }
            let yaml = String(decoding: try TextFile.read(folder + "/Dogs/corpus.yaml"), as: UTF8.self)
            #expect(yaml.contains("implements: \"jiangsu\"  # guessed: Article 1 names 《江苏省养犬管理条例》"))
            let lint = try Run(["lint", "--corpus", "Dogs"], folder: folder)
            #expect(lint.status == 0 && !lint.errors.contains("[corpus."), "\(lint.errors)")
            let build = try Run(["build", "--corpus", "Dogs", "-o", "Out"], folder: folder)
            #expect(build.status == 0, "\(build.errors)")
            #expect(TextFile.exists(folder + "/Out/families.html") && TextFile.exists(folder + "/Out/upper-act.html"))
            let topics = try Run(["matrix", "--corpus", "Dogs"], folder: folder)
            #expect(topics.status == 2 && topics.errors.contains("--rows families"))
        }
    }

    /// A comment says of each text what is known of it, and of nothing else.
    @Test func commentsSayWhatIsToBeDone() throws {
        try Scratch.with { folder in
            let national = Scratch.act("养犬管理条例").replacing(
                "（2020年5月29日某市人民代表大会常务委员会通过）", with: "（2020年5月29日国务院第1次常务会议通过）")
            let nobody = Scratch.act("犬只登记条例").replacing("（2020年5月29日某市人民代表大会常务委员会通过）\n", with: "")
            try write(
                [
                    "国.txt": national, "城.txt": Scratch.act("宁波市养犬管理条例", ground: "《养犬管理条例》"), "未.txt": nobody,
                    "草案.txt": Scratch.act("山东省养犬管理条例（草案）"), "办.txt": nobody.replacing("登记条例", with: "登记办法"),
                ], to: folder + "/from")
            #expect(try Run(["new", "New", "--from", "from"], folder: folder).status == 0)
            let corpus = try Corpus.load(folder + "/New")
            #expect(corpus.problems.isEmpty)
            let state = try #require(corpus.witnesses.first { $0.id == "national" })
            #expect(state.jurisdiction?.level == .national && state.rank == .administrativeRegulation)
            #expect(corpus.witnesses.first { $0.id == "ningbo" }?.implements == "national")
            let yaml = String(decoding: try TextFile.read(folder + "/New/corpus.yaml"), as: UTF8.self)
            #expect(!yaml.contains("320700") && yaml.contains("to be filled in: the code (cn- and"))
            #expect(yaml.contains("rank: null  # not told: 条例 can be made by several bodies"))
            #expect(yaml.contains("rank: null  # not told: 办法 can be made by several bodies"))
            let draft = yaml.components(separatedBy: "  - id: ").filter { $0.contains("NOTE: the name says 草案") }
            #expect(draft.count == 1 && draft[0].contains("山东省养犬管理条例"))
        }
    }

    @Test func badFilesAreNamedAndLeftOut() throws {
        try Scratch.with { folder in
            try write(
                ["a.txt": Scratch.act("甲市养犬管理条例"), "b.txt": Scratch.act("甲市养犬管理条例"), "notes.txt": "Buy milk."],
                to: folder + "/from")
            try TextFile.write(Scratch.act("乙市养犬管理条例"), to: folder + "/outside.txt")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/from/out.txt", withDestinationPath: "../outside.txt")
            mkfifo(folder + "/from/pipe.txt", 0o600)
            let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            try Data(old).write(to: URL(filePath: folder + "/from/old.doc"))
            let run = try Run(["new", "New", "--from", "from"], folder: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("the same bytes as from/a.txt"))
            #expect(run.errors.contains("from/notes.txt:1:1: error: no article"))
            #expect(run.errors.contains("leads out of from"))
            #expect(run.errors.contains("from/old.doc:1:1: error: This is a file of an old Word or WPS"))
            #expect(run.errors.contains("from/pipe.txt:1:1: error: not a regular file"))
            let ids = try Corpus.load(folder + "/New").witnesses.map(\.id)
            #expect(ids == ["a"])
            #expect(try TextFile.names(in: folder + "/New/Texts") == ["a.txt"])
        }
    }

    @Test func nothingIsOverwritten() throws {
        try Scratch.with { folder in
            try write(["a.txt": Scratch.act("甲市养犬管理条例")], to: folder + "/from")
            try TextFile.makeFolder(folder + "/Full")
            try TextFile.write("mine", to: folder + "/Full/.hidden")
            try FileManager.default.createSymbolicLink(atPath: folder + "/Link", withDestinationPath: "from")
            for place in ["Full", "from", "Link", "from/a.txt"] {
                let run = try Run(["new", place, "--from", "from"], folder: folder)
                #expect(run.status == 2 && run.output.isEmpty, "\(place)")
            }
            #expect(try TextFile.names(in: folder + "/from") == ["a.txt"])
            try TextFile.makeFolder(folder + "/Empty")
            #expect(try Run(["new", "Empty/", "--from", "from"], folder: folder).status == 0)
            #expect(try Run(["new", "Other", "--from", "nowhere"], folder: folder).status == 2)
            #expect(!TextFile.exists(folder + "/Other"))
        }
    }

    @Test func namesAndTitlesThatAreHostileStayText() throws {
        try Scratch.with { folder in
            let title = "甲市\"养犬: {x} # y\\管理条例"
            try write(["q\"u: o#te\\.txt": Scratch.act(title), "-.txt": Scratch.act("乙市养犬管理条例")], to: folder + "/from")
            let run = try Run(["new", "New", "--from", "from"], folder: folder)
            #expect(run.status == 0, "\(run.errors)")
            let corpus = try Corpus.load(folder + "/New")
            #expect(corpus.problems.isEmpty)
            #expect(corpus.witnesses.contains { $0.regulation.title == title })
            #expect(corpus.witnesses.contains { $0.file == "Texts/q\"u: o#te\\.txt" })
        }
    }

    @Test func withoutTextsItIsAnEmptyCorpus() throws {
        try Scratch.with { folder in
            #expect(try Run(["new", "New"], folder: folder).status == 0)
            let corpus = try Corpus.load(folder + "/New")
            #expect(corpus.witnesses.isEmpty)
            for name in ["Texts", "Topics/README.md", "Terms/README.md", "Overrides/README.md"] {
                #expect(TextFile.exists(folder + "/New/" + name))
            }
        }
    }
}
