// Penyunting naskah: ProseMirror lewat Tiptap, angkanya rujukan. Tanpa berkas ini isinya kotak teks biasa.
const kotak = document.querySelector("textarea[data-naskah]");
const sumber = document.getElementById("angka-rujukan");
const pustaka = document.getElementById("penyunting-naskah")?.dataset.pustaka;
const BELUM = "(tidak dapat dihitung)";

// Rujukan tampak sebagai angkanya kini; yang tersimpan kuncinya.
const rupa = (angka, kunci) => {
  const el = document.createElement("span");
  const tulisan = Object.hasOwn(angka, kunci) ? angka[kunci] : null;
  el.className = "rujukan-angka";
  el.title = kunci;
  el.textContent = tulisan ?? `rujukan tidak dikenal: ${kunci}`;
  el.classList.toggle("is-asing", tulisan === null || tulisan.startsWith(BELUM));
  return el;
};

const rujukan = (P, angka) => P.Node.create({
  name: "rujukan",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false, // menekannya menaruh kursor; mengetik tidak menggantinya
  addAttributes: () => ({
    kunci: { default: "", parseHTML: (el) => el.dataset.angka, renderHTML: (isi) => ({ "data-angka": isi.kunci }) },
  }),
  parseHTML: () => [{ tag: "span[data-angka]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
  renderText: ({ node }) => `{${node.attrs.kunci}}`,
  addNodeView: () => ({ node }) => ({ dom: rupa(angka, node.attrs.kunci) }),
  addInputRules() {
    const handler = ({ range, match, chain }) => chain().deleteRange(range)
      .insertContent({ type: "rujukan", attrs: { kunci: match[1] } }).run();
    return [new P.InputRule({ find: /\{([a-z0-9_.]+)\}$/, handler })];
  },
});

// Tulisan bertanda ini tercetak di kaki halamannya.
const kaki = (P) => P.Mark.create({
  name: "kaki",
  parseHTML: () => [{ tag: "small" }],
  renderHTML: () => ["small", 0],
});

const bentuk = (P, angka) => [
  P.Document, P.Paragraph, P.Text, P.HardBreak, P.Heading.configure({ levels: [4] }), P.Blockquote,
  P.BulletList, P.OrderedList, P.ListItem, P.Bold, P.Italic, P.Underline, P.Subscript, P.Superscript,
  P.Table.extend({ renderHTML: () => ["table", ["tbody", 0]], addNodeView: null }).configure({ resizable: false }),
  P.TableRow, P.TableHeader, P.TableCell, P.Gapcursor, P.UndoRedo, rujukan(P, angka), kaki(P),
];

const TETAP = new Set(["data-angka", "rowspan", "colspan"]);
// Bentuk baku rumah: butir dan sel tanpa paragraf di dalamnya, baris kepala di kepala tabelnya.
const baku = (html) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("li > p:first-child, td > p:only-child, th > p:only-child").forEach((el) => {
    el.replaceWith(...el.childNodes);
  });
  body.querySelectorAll("table").forEach((tabel) => {
    const kepala = document.createElement("thead");
    for (const baris of [...tabel.rows]) {
      if ([...baris.cells].some((sel) => sel.tagName !== "TH")) break;
      kepala.append(baris);
    }
    if (kepala.rows.length && tabel.rows.length) tabel.prepend(kepala);
    else tabel.tBodies[0]?.prepend(...kepala.rows);
  });
  for (const el of body.querySelectorAll("*")) {
    for (const { name: nama, value: nilai } of [...el.attributes]) {
      if (!TETAP.has(nama) || nilai === "1") el.removeAttribute(nama);
    }
  }
  return body.textContent.trim() || body.querySelector("[data-angka]") ? body.innerHTML : "";
};

const ALAT = [
  ["Tebal", (c) => c.toggleBold(), "bold"],
  ["Miring", (c) => c.toggleItalic(), "italic"],
  ["Garis bawah", (c) => c.toggleUnderline(), "underline"],
  ["Subjudul", (c) => c.toggleHeading({ level: 4 }), "heading"],
  ["Butir", (c) => c.toggleBulletList(), "bulletList"],
  ["Bernomor", (c) => c.toggleOrderedList(), "orderedList"],
  ["Kutipan", (c) => c.toggleBlockquote(), "blockquote"],
  ["Catatan kaki", (c) => c.toggleMark("kaki"), "kaki"],
  ["Tabel", (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true })],
  ["Urungkan", (c) => c.undo()],
  ["Ulangi", (c) => c.redo()],
];
const ALAT_TABEL = [
  ["Tambah baris", (c) => c.addRowAfter()],
  ["Tambah kolom", (c) => c.addColumnAfter()],
  ["Hapus baris", (c) => c.deleteRow()],
  ["Hapus kolom", (c) => c.deleteColumn()],
  ["Baris kepala", (c) => c.toggleHeaderRow()],
  ["Gabung sel", (c) => c.mergeOrSplit()],
  ["Hapus tabel", (c) => c.deleteTable()],
];

const tombol = (nama, tekan) => {
  const el = document.createElement("button");
  el.type = "button";
  el.className = "btn btn-sm btn-outline-secondary";
  el.textContent = nama;
  el.addEventListener("mousedown", (e) => e.preventDefault());
  el.addEventListener("click", tekan);
  return el;
};

const deret = (editor, sebutan, semua) => {
  const el = document.createElement("div");
  el.className = "alat-naskah";
  el.setAttribute("role", "toolbar");
  el.setAttribute("aria-label", sebutan);
  for (const [nama, jalan, jenis] of semua) {
    const satu = tombol(nama, () => jalan(editor.chain().focus()).run());
    if (jenis) satu.dataset.jenis = jenis;
    el.append(satu);
  }
  return el;
};

// Daftar angka di samping: tiap barisnya dapat disisipkan, dan dicari.
const daftarAngka = (editor) => {
  const semua = [...document.querySelectorAll("tr[data-kunci]")];
  for (const baris of semua) {
    const { kunci } = baris.dataset;
    const sisip = tombol("+", () => editor.chain().focus()
      .insertContent({ type: "rujukan", attrs: { kunci } }).run());
    sisip.title = "Sisipkan";
    sisip.setAttribute("aria-label", `Sisipkan ${kunci}`);
    const sel = Object.assign(document.createElement("td"), { className: "sisip" });
    sel.append(sisip);
    baris.append(sel);
  }
  const cari = document.querySelector("input[data-cari-rujukan]");
  if (!cari) return;
  cari.closest("[hidden]")?.removeAttribute("hidden");
  cari.addEventListener("input", () => {
    const kata = cari.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const baris of semua) baris.hidden = !kata.every((satu) => baris.textContent.toLowerCase().includes(satu));
    document.querySelectorAll("details.rujukan").forEach((kelompok) => {
      const ada = kelompok.querySelector("tr[data-kunci]:not([hidden])") !== null;
      kelompok.hidden = !ada;
      if (kata.length) kelompok.open = ada;
    });
  });
};

const mulai = async (angka) => {
  const P = await import(pustaka);
  const papan = document.createElement("div");
  kotak.before(papan);
  const label = document.querySelector(`label[for="${kotak.id}"]`);
  if (label) label.id = `${kotak.id}-label`;
  const editor = new P.Editor({
    element: papan,
    extensions: bentuk(P, angka),
    content: kotak.value,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: (html) => html.replace(/\sstyle=("[^"]*"|'[^']*')/gi, ""),
      attributes: {
        class: "naskah penyunting", role: "textbox", "aria-multiline": "true", "aria-labelledby": `${kotak.id}-label`,
      },
    },
  });
  label?.addEventListener("click", () => editor.commands.focus());
  const alat = deret(editor, "Bentuk tulisan", ALAT);
  const alatTabel = deret(editor, "Tabel", ALAT_TABEL);
  papan.before(alat, alatTabel);
  kotak.hidden = true;
  const tandai = () => {
    alatTabel.hidden = !editor.isActive("table");
    for (const satu of alat.querySelectorAll("[data-jenis]")) {
      satu.setAttribute("aria-pressed", String(editor.isActive(satu.dataset.jenis)));
    }
  };
  editor.on("transaction", tandai);
  editor.on("update", () => {
    kotak.value = baku(editor.getHTML());
    kotak.dispatchEvent(new Event("input", { bubbles: true })); // formulir.js menyimpannya di tab ini
  });
  // dipulihkan formulir.js
  kotak.addEventListener("change", () => editor.commands.setContent(kotak.value, { emitUpdate: false }));
  daftarAngka(editor);
  tandai();
};

if (kotak && sumber && pustaka) mulai(JSON.parse(sumber.textContent)).catch(() => { kotak.hidden = false; });
