import Foundation
import Testing

/// A golden file of plain text. Recording writes it and fails.
struct Golden {
    let name: String

    func expect(_ found: String) throws {
        let url = Repository.goldens.appending(path: name)
        let held = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        if Repository.isRecording, held != found {
            try Data(found.utf8).write(to: url)
            Issue.record("recorded anew; read the change before it is committed")
            return
        }
        #expect(found == held)
    }
}
