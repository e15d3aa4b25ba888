import ArgumentParser

/// `duizhao completions`: what a shell needs to complete commands and options.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Write a completion script for a shell.",
        discussion: """
            Example: duizhao completions bash > ~/.local/share/bash-completion/completions/duizhao
            Example: duizhao completions zsh > ~/.zfunc/_duizhao
            Example: duizhao completions fish > ~/.config/fish/completions/duizhao.fish
            """)

    /// Shells that have completion.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        fileprivate var kind: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: "The shell.")
    var shell: Shell

    func run() throws { try Terminal.out(DuizhaoCommand.completionScript(for: shell.kind)) }
}
