import Duizhao

/// Prints how long linking, comparing and reading take. The clock judges nothing: machines are shared and noisy. Ratios within the
/// run are comparable, and targets stand beside the figures they are for.
@main
enum Benchmarks {
    static func main() throws {
        let acts = try Acts()
        print("texts: \(acts.description)")
        try StartUpBenchmark(acts: acts).run()
        LinkingBenchmark(acts).run()
        ScriptBenchmark(acts).run()
        FamilyBenchmark.run()
        try ReadingBenchmark.run()
        try FolderBenchmark.run()
    }
}
