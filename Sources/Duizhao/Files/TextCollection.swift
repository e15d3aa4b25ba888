import RegulationModel
import RegulationParser

/// Many texts, read one by one on all cores.
public enum TextCollection {
    /// Where a text comes from.
    public enum Source: Sendable {
        /// A text that is read already.
        case text(Witness)
        /// A file that is read when its turn comes, and how.
        case file(String, ReadingOptions = ReadingOptions())
        /// What could not be listed.
        case unread(FileProblem)
    }

    /// Bytes of files that are begun and not delivered. A text takes about ten times its bytes while it is read and
    /// written, so that this keeps the whole below 200 MB and the largest file.
    static let budget = 8 * 1024 * 1024

    /// Reads each text, makes something of it, and delivers that in the order of the sources; what cannot be read is
    /// delivered as its problem, in its place.
    public static func read<Output: Sendable, State: Sendable>(
        _ sources: [Source], into state: State, making make: @Sendable (Witness) -> Output,
        deliver: @Sendable (inout State, Result<Output, FileProblem>) throws -> Void
    ) throws -> State {
        try OrderedWork.run(sources, budget: budget, weight: weight, into: state) { source in
            witness(source).map(make)
        } deliver: {
            try deliver(&$0, $1)
        }
    }

    private static func weight(_ source: Source) -> Int {
        switch source {
        case .text(let witness): witness.regulation.source.bytes.count
        case .file(let path, _): TextFile.size(path)
        case .unread: 0
        }
    }

    private static func witness(_ source: Source) -> Result<Witness, FileProblem> {
        switch source {
        case .text(let witness): return .success(witness)
        case .unread(let problem): return .failure(problem)
        case .file(let path, let options):
            do {
                return .success(StandaloneText.witness(try TextFile.read(path), name: path, options: options))
            } catch {
                return .failure(FileProblem(file: path, message: "\(error)"))
            }
        }
    }
}
