"""Potongan WordprocessingML yang tidak dibuat python-docx, sebagai templat XML-nya."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

Unsur = Any  # unsur XML milik python-docx
RUANG = nsdecls("w", "r")
PANJANG_NAMA = 40  # batas Word bagi nama tempat
TEMPAT = """
<w:p {ruang}>
  <w:bookmarkStart w:id="{nomor}" w:name="{nama}"/>
  <w:bookmarkEnd w:id="{nomor}"/>
</w:p>
"""
MEDAN = """
<w:p {ruang}>
  <w:r>
    <w:fldChar w:fldCharType="begin"/>
  </w:r>
  <w:r>
    <w:instrText xml:space="preserve"> {perintah} </w:instrText>
  </w:r>
  <w:r>
    <w:fldChar w:fldCharType="separate"/>
  </w:r>
  <w:r>
    <w:t/>
  </w:r>
  <w:r>
    <w:fldChar w:fldCharType="end"/>
  </w:r>
</w:p>
"""
KE_TEMPAT = """
<w:p {ruang}>
  <w:hyperlink w:anchor="{nama}"/>
</w:p>
"""
KE_LUAR = """
<w:p {ruang}>
  <w:hyperlink r:id="{nomor}"/>
</w:p>
"""
NOMOR = """
<w:numPr {ruang}>
  <w:ilvl w:val="{tingkat}"/>
  <w:numId w:val="{nomor}"/>
</w:numPr>
"""
TABEL = """
<w:tblPr {ruang}>
  <w:tblStyle w:val="{gaya}"/>
  <w:tblW w:w="{lebar}" w:type="pct"/>
  <w:jc w:val="{letak}"/>
  <w:tblLayout w:type="fixed"/>
</w:tblPr>
"""
BARIS = """
<w:trPr {ruang}>
  <w:cantSplit/>
</w:trPr>
"""
BARIS_KEPALA = """
<w:trPr {ruang}>
  <w:cantSplit/>
  <w:tblHeader/>
</w:trPr>
"""
SEL = """
<w:tcPr {ruang}>
  <w:tcW w:w="{lebar}" w:type="dxa"/>
  <w:gridSpan w:val="{rentang}"/>
</w:tcPr>
"""
GABUNG = """
<w:tcPr {ruang}>
  <w:vMerge w:val="{cara}"/>
</w:tcPr>
"""
ALAS = """
<w:tcPr {ruang}>
  <w:shd w:val="clear" w:color="auto" w:fill="EDF1EC"/>
</w:tcPr>
"""
SEKSI = """
<w:sectPr {ruang}>
  <w:pgSz w:w="{lebar}" w:h="{tinggi}" w:orient="{arah}"/>
  <w:pgMar
    w:top="{atas}"
    w:bottom="{bawah}"
    w:left="{kiri}"
    w:right="{kanan}"
    w:header="510"
    w:footer="454"
    w:gutter="0"/>
</w:sectPr>
"""
NOMOR_LANJUT = """
<w:sectPr {ruang}>
  <w:pgNumType w:fmt="{bentuk}"/>
</w:sectPr>
"""
NOMOR_MULAI = """
<w:sectPr {ruang}>
  <w:pgNumType w:fmt="{bentuk}" w:start="1"/>
</w:sectPr>
"""
SAMPUL = """
<w:sectPr {ruang}>
  <w:titlePg/>
</w:sectPr>
"""
SETELAN = """
<w:settings {ruang}>
  <w:updateFields w:val="true"/>
</w:settings>
"""


def urai(templat: str, **isi: Any) -> Unsur:
    """Unsur dari satu templat; `isi` milik sendiri, bukan tulisan orang."""
    return parse_xml(templat.format(ruang=RUANG, **isi))


def tambah(induk: Unsur, templat: str, **isi: Any) -> None:
    """Anak-anak templat itu di ujung `induk`."""
    for anak in urai(templat, **isi):
        induk.append(anak)


def nama_tempat(kode: str) -> str:
    """Nama tempat bagi satu `id`: huruf, angka dan garis bawah."""
    aman = "".join(satu if satu.isalnum() else "_" for satu in kode)
    return f"t_{aman}"[:PANJANG_NAMA]


def tautan(paragraf: Any, alamat: str) -> Unsur:
    """Pembungkus tautan: ke tempat pada naskahnya (`#kode`), atau ke luar."""
    if alamat.startswith("#"):
        nama = nama_tempat(alamat.removeprefix("#"))
        tambah(paragraf._p, KE_TEMPAT, nama=nama)
    else:
        nomor = paragraf.part.relate_to(
            alamat,
            RELATIONSHIP_TYPE.HYPERLINK,
            is_external=True,
        )
        tambah(paragraf._p, KE_LUAR, nomor=nomor)
    return paragraf._p[-1]


def rata(paragraf: Unsur, letak: str) -> None:
    """Letak tulisan satu paragraf; tanpa `letak` menurut gayanya."""
    if letak:
        sifat = paragraf.get_or_add_pPr()
        jc = sifat.get_or_add_jc()
        jc.set(qn("w:val"), letak)
