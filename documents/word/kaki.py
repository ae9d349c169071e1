"""Catatan kaki Word: bagian berkas tersendiri, dibuat pada catatan yang pertama."""

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from documents.word.unsur import Unsur, tambah, urai

LETAK = PackURI("/word/footnotes.xml")
PEMISAH = """
<w:footnotes {ruang}>
  <w:footnote w:type="separator" w:id="-1">
    <w:p>
      <w:r>
        <w:separator/>
      </w:r>
    </w:p>
  </w:footnote>
  <w:footnote w:type="continuationSeparator" w:id="0">
    <w:p>
      <w:r>
        <w:continuationSeparator/>
      </w:r>
    </w:p>
  </w:footnote>
</w:footnotes>
"""
CATATAN = """
<w:footnotes {ruang}>
  <w:footnote w:id="{nomor}">
    <w:p>
      <w:pPr>
        <w:pStyle w:val="CatatanKaki"/>
      </w:pPr>
      <w:r>
        <w:rPr>
          <w:vertAlign w:val="superscript"/>
        </w:rPr>
        <w:footnoteRef/>
      </w:r>
      <w:r>
        <w:t xml:space="preserve"> {teks}</w:t>
      </w:r>
    </w:p>
  </w:footnote>
</w:footnotes>
"""
RUJUKAN = """
<w:r {ruang}>
  <w:rPr>
    <w:vertAlign w:val="superscript"/>
  </w:rPr>
  <w:footnoteReference w:id="{nomor}"/>
</w:r>
"""


class CatatanKaki:
    """Catatan kaki satu dokumen, bernomor terus."""

    def __init__(self, bagian: Any) -> None:
        self.bagian = bagian  # bagian utama dokumennya
        self.semua: Unsur = None
        self.banyak = 0

    def rujukan(self, teks: str) -> Unsur:
        """Catatan baru; hasilnya run penunjuknya."""
        if self.semua is None:
            self.semua = self._create()
        self.banyak += 1
        aman = escape(teks)
        tambah(self.semua, CATATAN, nomor=self.banyak, teks=aman)
        return urai(RUJUKAN, nomor=self.banyak)

    def _create(self) -> Unsur:
        semua = urai(PEMISAH)
        jenis = CONTENT_TYPE.WML_FOOTNOTES
        baru = XmlPart(LETAK, jenis, semua, self.bagian.package)
        self.bagian.relate_to(baru, RELATIONSHIP_TYPE.FOOTNOTES)
        return semua
