import Duizhao

/// Prints how long linking, comparing and reading take. The clock judges nothing: machines are shared and noisy. Ratios within the
/// run are comparable, and targets stand beside the figures they are for. With names as arguments only those run.
@main
enum Benchmarks {
    static func main() throws {
        let acts = try Acts()
        print("texts: \(acts.description)")
        let benchmarks: [(name: String, run: () throws -> Void)] = [
            ("start-up", { try StartUpBenchmark(acts: acts).run() }),
            ("linking", { LinkingBenchmark(acts).run() }),
            ("scripts", { ScriptBenchmark(acts).run() }),
            ("families", { FamilyBenchmark.run() }),
            ("reading", { try ReadingBenchmark.run() }),
            ("folder", { try FolderBenchmark.run() }),
        ]
        let asked = Set(CommandLine.arguments.dropFirst())
        let unknown = asked.subtracting(benchmarks.map(\.name))
        guard unknown.isEmpty else {
            return print(
                "no benchmark is called \(unknown.sorted().joined(separator: ", ")): "
                    + benchmarks.map(\.name).joined(separator: ", "))
        }
        for benchmark in benchmarks where asked.isEmpty || asked.contains(benchmark.name) { try benchmark.run() }
    }
}
