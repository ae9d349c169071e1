"""HTML yang ditulis atau ditempel orang menjadi HTML yang aman; satu-satunya pemakai nh3."""

from collections.abc import Callable

import nh3

SEL = {"colspan", "rowspan"}
ANGKA_RENTANG = 2  # angka: sel merentangi paling banyak 99
ATRIBUT: dict[str, set[str]] = {
    "*": set(),
    "span": {"data-angka"},
    "td": SEL,
    "th": SEL,
}
UNSUR = {
    *("p", "br", "h4", "blockquote", "ul", "ol", "li"),
    *("strong", "b", "em", "i", "u", "sub", "sup", "small", "span", "mark"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}

UNSUR_BAB = {
    *("h2", "h3", "p", "ul", "ol", "li", "blockquote"),
    *("strong", "em", "code", "pre", "a", "img"),
}
ATRIBUT_BAB = {"a": {"href"}, "img": {"src", "alt"}}


def sanitize(html: str) -> str:
    """Hanya unsur naskah tanpa gaya, alamat, dan skrip; susunannya menjadi berpasangan."""
    return nh3.clean(
        html,
        tags=UNSUR,
        attributes=ATRIBUT,
        attribute_filter=_berbatas,
        clean_content_tags={"script", "style", "title", "xml"},
        url_schemes=set(),
    )


def _berbatas(unsur: str, nama: str, nilai: str) -> str | None:
    """Sel yang merentangi jutaan kolom menghabiskan waktu pencetaknya."""
    is_rentang = nilai.isdecimal() and len(nilai) <= ANGKA_RENTANG
    if nama in SEL and not is_rentang:
        return None
    return nilai


def sanitize_bab(html: str, alamat: Callable[[str], str]) -> str:
    """Bab panduan: tautan dan gambarnya hanya milik sendiri, beralamat menurut `alamat`."""
    return nh3.clean(
        html,
        tags=UNSUR_BAB,
        attributes=ATRIBUT_BAB,
        link_rel=None,
        url_schemes=set(),
        url_relative=alamat,
    )
