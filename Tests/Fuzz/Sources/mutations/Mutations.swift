import Foundation
import FuzzChecks

/// Reads a fixed number of damaged copies of seeds and checks each: mutations TARGET SEEDS DICTIONARY COUNT [FIRST].
///
/// A copy that ends the program, or is not read within `longestTime`, is written into the folder it was started in and
/// named; put it under `Tests/Fixtures/Findings/<target>/`, and the tests replay it for ever.
@main
enum Mutations {
    /// Seconds one copy may take.
    private static let longestTime: UInt32 = 20

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5, let target = FuzzTarget(rawValue: arguments[1]), let count = UInt64(arguments[4])
        else {
            print("usage: mutations TARGET SEEDS DICTIONARY COUNT [FIRST]")
            exit(2)
        }
        let first = arguments.count > 5 ? UInt64(arguments[5]) ?? 0 : 0
        let mutator = Mutator(
            seeds: try Seeds.read(arguments[2]), words: try Dictionary.words(of: arguments[3]))
        try run(target, mutator, first..<first + count)
    }

    private static func run(_ target: FuzzTarget, _ mutator: Mutator, _ numbers: Range<UInt64>) throws {
        let file = "mutations.\(target.rawValue).current"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        var slowest = (seconds: 0.0, number: numbers.lowerBound)
        for number in numbers {
            let copy = mutator.copy(number)
            // Written before it is read: whatever ends the program, the copy is there.
            ftruncate(descriptor, 0)
            _ = copy.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
            alarm(longestTime)
            let start = DispatchTime.now().uptimeNanoseconds
            target.check(copy)
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
            if seconds > slowest.seconds { slowest = (seconds, number) }
        }
        alarm(0)
        close(descriptor)
        unlink(file)
        print(
            "\(target.rawValue): \(numbers.count) copies read; the slowest, number \(slowest.number), "
                + "took \(Int(slowest.seconds * 1_000)) ms")
    }
}

/// Seeds of a folder: its files; a folder in it is a package with the files in it as parts.
enum Seeds {
    static func read(_ folder: String) throws -> [Seed] {
        let manager = FileManager.default
        let seeds = try manager.contentsOfDirectory(atPath: folder).sorted().compactMap { name -> Seed? in
            let path = folder + "/" + name
            guard isFolder(path) else { return manager.contents(atPath: path).map { .file([UInt8]($0)) } }
            let parts = manager.enumerator(atPath: path)?.compactMap { $0 as? String }.sorted() ?? []
            return .parts(
                parts.compactMap { part in
                    guard !isFolder(path + "/" + part) else { return nil }
                    return manager.contents(atPath: path + "/" + part).map { (part, [UInt8]($0)) }
                })
        }
        guard !seeds.isEmpty else { throw CocoaError(.fileNoSuchFile) }
        return seeds
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// Dictionaries of fuzzers: a word in straight quotation marks on a line, `\\xNN` for a byte.
enum Dictionary {
    static func words(of file: String) throws -> [[UInt8]] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""),
                start < end
            else { return nil }
            return unescaped(Array(line[line.index(after: start)..<end].utf8))
        }
    }

    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var word: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index...].prefix(4).dropFirst(2)
            if bytes[index...].starts(with: Array("\\x".utf8)), digits.count == 2,
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                word.append(byte)
                index += 4
            } else {
                if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
                word.append(bytes[index])
                index += 1
            }
        }
        return word
    }
}
