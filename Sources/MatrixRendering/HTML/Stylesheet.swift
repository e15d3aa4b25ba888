/// The one style sheet of all pages, inlined in each.
enum Stylesheet {
    /// Its text.
    static let text = String(decoding: PackageResources.style_css, as: UTF8.self)

    /// What the Content-Security-Policy names: SHA-256 of `text`, base64. A test compares it with the file and says
    /// what it must be.
    static let policyHash = "sha256-F1lB269JVXURbbVkMiRRn2nMYnxqLoqaW3t+B3Ampn8="
}
