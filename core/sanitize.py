"""HTML yang ditulis atau ditempel orang menjadi HTML yang aman; satu-satunya pemakai nh3."""

import nh3

SEL = {"colspan", "rowspan"}
ATRIBUT: dict[str, set[str]] = {
    "*": set(),
    "span": {"data-angka"},
    "td": SEL,
    "th": SEL,
}
UNSUR = {
    *("p", "br", "h4", "blockquote", "ul", "ol", "li"),
    *("strong", "b", "em", "i", "u", "sub", "sup", "span", "mark"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def sanitize(html: str) -> str:
    """Hanya unsur naskah tanpa gaya, alamat, dan skrip; susunannya menjadi berpasangan."""
    return nh3.clean(
        html,
        tags=UNSUR,
        attributes=ATRIBUT,
        clean_content_tags={"script", "style", "title", "xml"},
        url_schemes=set(),
    )
