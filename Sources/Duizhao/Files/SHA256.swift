import CLibMD

/// SHA-256 (FIPS 180-4), by libmd.
public enum SHA256 {
    /// The digest of `bytes` in 64 lower-case hexadecimal digits.
    public static func hexadecimal(_ bytes: [UInt8]) -> String {
        raw(bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The digest of `bytes`: 32 bytes.
    public static func raw(_ bytes: [UInt8]) -> [UInt8] {
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        return digest
    }
}
