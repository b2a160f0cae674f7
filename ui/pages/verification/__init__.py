"""A paper is verified: a code typed, a QR code scanned, a file dropped (核验文书)."""
