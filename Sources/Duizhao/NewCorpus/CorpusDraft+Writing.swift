#if canImport(Glibc)
    import Glibc
#endif

extension CorpusDraft {
    /// Writes the corpus into a folder that is new or empty: beside its place, then renamed, so that there is all of it or
    /// nothing.
    public func write(to folder: String) throws {
        try Self.refuseUnlessFree(folder)
        let beside = Self.sibling(of: folder)
        Self.remove(beside)
        do {
            try TextFile.makeFolder(beside)
            for name in ["Texts", "Topics", "Terms", "Overrides"] { try TextFile.makeFolder(beside + "/" + name) }
            for document in documents { try TextFile.write(document.bytes, to: beside + "/" + document.file) }
            for (name, text) in Self.explanations { try TextFile.write(text, to: beside + "/" + name) }
            try TextFile.write(yaml, to: beside + "/corpus.yaml")
            guard rename(beside, Self.withoutSlash(folder)) == 0 else {
                throw SurroundingsError("\(folder): \(FileWriter.lastError())")
            }
        } catch {
            Self.remove(beside)
            throw error
        }
    }

    /// Throws where something stands at the place that would be lost.
    public static func refuseUnlessFree(_ folder: String) throws {
        var status = stat()
        guard lstat(withoutSlash(folder), &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw SurroundingsError("\(folder): is there already, and is no folder")
        }
        // A hidden file is one, too.
        guard try entries(of: folder).isEmpty else {
            throw SurroundingsError("\(folder): is there already and not empty; name a new folder")
        }
    }

    private static func withoutSlash(_ folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }

    private static func sibling(of folder: String) -> String {
        var parts = withoutSlash(folder).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = parts.popLast() ?? folder
        return (parts + ["." + name + FileWriter.partEnding]).joined(separator: "/")
    }

    private static func entries(of folder: String) throws -> [String] {
        guard let stream = opendir(folder) else { throw SurroundingsError("\(folder): \(FileWriter.lastError())") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes what a run that was killed left of its own; links are removed, never followed.
    private static func remove(_ folder: String) {
        guard TextFile.isFolderItself(folder) else { return }
        for name in (try? entries(of: folder)) ?? [] {
            let path = folder + "/" + name
            if TextFile.isFolderItself(path) { remove(path) } else { unlink(path) }
        }
        rmdir(folder)
    }

    private static let explanations = [
        (
            "Topics/README.md",
            """
            # Topics
            A file `NAME.yaml` here, named in `corpus.yaml` as `topics: Topics/NAME.yaml`, makes the rows of the topics
            matrix. Without one, `duizhao build` makes families instead: provisions that answer each other.

            ```yaml
            topics:
              - id: registration
                zh: 登记
                en: Registration
                definition: Who must register what, where and when.
                evidence:
                  zh: {strong: [登记, 注册], weak: [申请]}
                  en: {strong: [register, registration], weak: [apply]}
            ```

            """
        ),
        (
            "Terms/README.md",
            """
            # Terms
            A table `NAME.tsv` here, named in `corpus.yaml` as `terms: Terms/NAME.tsv`, ties the two languages: one term
            a line, columns divided by tabs, renderings by ` | `. The first line is the header.

            ```text
            zh\ten\tfield
            公安机关\tpublic security organ | police\tlaw
            ```

            """
        ),
        (
            "Overrides/README.md",
            """
            # Decisions of people
            Files `*.yaml` here are applied at each build. `duizhao align BASE OTHER --review FILE` writes the pairs that
            are worth a decision; `--reviewed FILE --author NAME --date DATE` makes a file for this folder of it.

            """
        ),
    ]
}
