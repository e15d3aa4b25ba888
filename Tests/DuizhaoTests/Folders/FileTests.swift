import Duizhao
import Foundation
import Testing

@Suite("Files")
struct FileTests {
    /// A folder of its own for one test.
    private func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-files-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    @Test func digestIsSHA256() {
        #expect(
            SHA256.hexadecimal(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func writingKeepsTheModeAndRefusesLinks() throws {
        try withFolder { folder in
            let file = folder + "/result.txt"
            let link = folder + "/link.txt"
            try TextFile.write("old", to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "result.txt")
            #expect(throws: SurroundingsError.self) { try TextFile.write("new", to: link) }
            #expect(try TextFile.read(file) == Array("old".utf8))
            try TextFile.write("new", to: file)
            #expect(try TextFile.read(file) == Array("new".utf8))
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "result.txt")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["link.txt", "result.txt"])
        }
    }

    @Test func aSiteWritesThroughNoLinkAndOverNoDevice() throws {
        try withFolder { folder in
            let site = Site(try Checkout.corpus.get())
            let victim = folder + "/victim"
            try TextFile.write("mine", to: victim)
            for place in ["index.html", "pairs"] {
                let output = folder + "/of-" + place
                try TextFile.makeFolder(output)
                try FileManager.default.createSymbolicLink(
                    atPath: output + "/" + place, withDestinationPath: place == "pairs" ? folder : victim)
                #expect(throws: SurroundingsError.self) { try site.write(to: output) }
                let written = try FileManager.default.contentsOfDirectory(atPath: output).filter { name in
                    let attributes = try FileManager.default.attributesOfItem(atPath: output + "/" + name)
                    return attributes[.type] as? FileAttributeType != .typeDirectory
                }
                #expect(written == [place])
            }
            #expect(try TextFile.read(victim) == Array("mine".utf8))
            let output = folder + "/pipe"
            try TextFile.makeFolder(output)
            mkfifo(output + "/index.html", 0o600)
            #expect(throws: SurroundingsError.self) { try site.write(to: output) }
        }
    }

    @Test func whatAKilledRunLeftIsSweptUpAndNothingElse() throws {
        try withFolder { folder in
            let site = Site(try Checkout.corpus.get())
            try TextFile.makeFolder(folder + "/pairs")
            let left = ["/.index.html.duizhao.part", "/.gone.html.duizhao.part", "/pairs/.a--b.html.duizhao.part"]
            for name in left + ["/.notes.part"] { try TextFile.write("half", to: folder + name) }
            _ = try site.write(to: folder)
            for name in left { #expect(!TextFile.exists(folder + name)) }
            #expect(TextFile.exists(folder + "/.notes.part"))
        }
    }

    @Test func devicesAreWrittenAndNeverReplaced() throws {
        try TextFile.write("gone", to: "/dev/null")
        #expect(throws: SurroundingsError.self) { try TextFile.write("x", to: "/dev/full") }
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test func foldersAndMissingFoldersAreRefused() throws {
        try withFolder { folder in
            #expect(throws: SurroundingsError.self) { try TextFile.write("x", to: folder) }
            #expect(throws: SurroundingsError.self) { try TextFile.write("x", to: folder + "/none/file.txt") }
            #expect(throws: SurroundingsError.self) { try TextFile.read(folder) }
            #expect(throws: SurroundingsError.self) { try TextFile.read("/dev/zero") }
        }
    }

    @Test func foldersAreReadInOrderAndLoopsOnce() throws {
        try withFolder { folder in
            for name in ["b.txt", "a.md", "c.html", "e.png", "F.TXT", "txt", ".h.txt", "sub/d.txt"] {
                try TextFile.makeFolder(folder + "/sub")
                try TextFile.write("x", to: folder + "/" + name)
            }
            try FileManager.default.createSymbolicLink(atPath: folder + "/sub/loop", withDestinationPath: "..")
            try FileManager.default.createSymbolicLink(atPath: folder + "/g.txt", withDestinationPath: "b.txt")
            let names = try TextFolder.files(in: folder).map { $0.dropFirst(folder.count + 1) }
            #expect(names == ["F.TXT", "a.md", "b.txt", "c.html", "g.txt", "sub/d.txt"])
        }
    }

    @Test func aSiteThatCannotBeWrittenWhollyIsLeftAsItWas() throws {
        try withFolder { folder in
            let site = Site(try Checkout.corpus.get())
            _ = try site.write(to: folder)
            try TextFile.write("mine", to: folder + "/index.html")
            // A folder stands where the last page belongs: the first pages must not be replaced either.
            let last = try #require(site.pages.last?.name)
            try FileManager.default.removeItem(atPath: folder + "/" + last)
            try TextFile.makeFolder(folder + "/" + last)
            #expect(throws: SurroundingsError.self) { try site.write(to: folder) }
            #expect(try TextFile.read(folder + "/index.html") == Array("mine".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasSuffix(".part") })
        }
    }
}
