"""Peramban dan sistem operasi sebagaimana dikenali orang."""

# urutannya berarti: Edge juga menyebut Chrome, Chrome juga menyebut Safari
PERAMBAN = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
TIDAK_DIKENAL = "Peramban tidak dikenal"


def sebutan(user_agent: str) -> str:
    """`Chrome di Windows`; yang tidak dikenali disebut demikian."""
    peramban = _cocok(PERAMBAN, user_agent) or TIDAK_DIKENAL
    sistem = _cocok(SISTEM, user_agent)
    if sistem:
        return f"{peramban} di {sistem}"
    return peramban


def _cocok(daftar: tuple[tuple[str, str], ...], teks: str) -> str:
    for tanda, nama in daftar:
        if tanda in teks:
            return nama
    return ""
