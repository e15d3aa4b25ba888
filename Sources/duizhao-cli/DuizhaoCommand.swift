import ArgumentParser
import Duizhao

/// The root of the command line.
struct DuizhaoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duizhao",
        abstract: "Compares regulations across jurisdictions, in Chinese and English.",
        discussion: """
            Inputs are files, folders, “-” for standard input, or ids of documents of the corpus. Results go to \
            standard output or to -o; diagnostics go to standard error as file:line:column: severity: message [id].

            Exit status: 0 done; 1 done, with errors found in the input, or with stale files or differences under \
            --check; 2 wrong use, or something around the texts is wrong (an unreadable file, an unknown format).

            Example: duizhao parse Corpus/Texts/jilin.en.txt
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, NewCommand.self, ParseCommand.self, AlignCommand.self, DiffCommand.self,
            MatrixCommand.self, ParametersCommand.self, GuideCommand.self, TermsCommand.self, SearchCommand.self,
            FamilyCommand.self, LintCommand.self, EvaluateCommand.self, CompletionsCommand.self, ManualCommand.self,
        ])
}
