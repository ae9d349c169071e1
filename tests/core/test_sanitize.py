"""HTML tempelan: skrip, gaya dan alamat hilang; unsur naskah dan rujukannya tetap."""

import pytest

from core.sanitize import sanitize


@pytest.mark.parametrize(
    ("masuk", "keluar"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red" class="M">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a><img src=x onerror=y>', "a"),
        ('<span data-angka="iku.1" lang="id"></span>', '<span data-angka="iku.1"></span>'),
        ('<table><tr><td colspan="2" width="9">a</td></tr></table>',
         '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
        ("<style>p{}</style><title>t</title><!--x--><iframe>y</iframe>a", "ya"),
        ("<p>a<b>b", "<p>a<b>b</b></p>"),
        ('<p>a<small class="x">kaki</small></p>', "<p>a<small>kaki</small></p>"),
    ],
)  # fmt: skip
def test_hanya_unsur_naskah(masuk: str, keluar: str) -> None:
    assert sanitize(masuk) == keluar
