// A stranger's verifier of the public log, written on Go's own implementation of notes and tiled logs.
//
// Debian has that implementation as golang-golang-x-mod-dev; no network and no module download is needed:
//
//	GOPATH=/usr/share/gocode GO111MODULE=off go build -o verify-go verify.go
//	./verify-go [-vkey KEY] [-previous FILE] [-save FILE] [-raw] http://127.0.0.1:8080 [PROOF.tlog-proof …]
//
// It fetches /log/vkey and /log/checkpoint, verifies the signature, reads every tile it needs from
// /log/tile/<L>/<N>[.p/<W>] (C2SP tlog-tiles), computes every leaf anew from the bundles at
// /log/tile/entries/<N>[.p/<W>] (records with a length of two bytes; a record is the SHA-256 of an entry), rebuilds the
// root, checks that the log extends the checkpoint in -previous, that the bytes at /log/entry/<seq> have the recorded
// digest (404 means a private entry and is counted), and every proof file named.
// -raw is for a log whose records are the entries themselves. Closes with "N passed, N failed"; exit code 1 on a failure.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight   = 8
	tileWidth    = 1 << tileHeight
	bodyBytesMax = 64 << 20
)

var errNotThere = errors.New("404")

var (
	passed, failed int
	client         = &http.Client{Timeout: 30 * time.Second}
)

func check(what string, err error) bool {
	if err != nil {
		failed++
		fmt.Printf("FAILED %s: %v\n", what, err)
		return false
	}
	passed++
	fmt.Printf("ok     %s\n", what)
	return true
}

// closing prints the closing line and ends the program.
func closing() {
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
	os.Exit(0)
}

// server is the log over HTTP; it is the tile reader of tlog.
type server struct{ base string }

func (s server) get(path string) ([]byte, error) {
	response, err := client.Get(s.base + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, bodyBytesMax))
	switch {
	case err != nil:
		return nil, err
	case response.StatusCode == http.StatusNotFound:
		return body, errNotThere
	case response.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("%s answers %s", path, response.Status)
	}
	return body, nil
}

func (s server) Height() int { return tileHeight }

func (s server) SaveTiles([]tlog.Tile, [][]byte) {}

func (s server) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// Go writes tile/8/<L>/<N>, C2SP fixes the height and leaves it out.
		path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
		body, err := s.get("/log/tile/" + path)
		if err != nil {
			return nil, fmt.Errorf("tile %s: %w", path, err)
		}
		data[i] = body
	}
	return data, nil
}

// records reads the bundles of a log of this size.
func (s server) records(size int64) ([][]byte, error) {
	var records [][]byte
	for n := int64(0); n*tileWidth < size; n++ {
		width := size - n*tileWidth
		if width > tileWidth {
			width = tileWidth
		}
		tile := tlog.Tile{H: tileHeight, L: 0, N: n, W: int(width)}
		path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/0/", tileHeight))
		bundle, err := s.get("/log/tile/entries/" + path)
		if err != nil {
			return nil, fmt.Errorf("bundle %s: %w", path, err)
		}
		for i := int64(0); i < width; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("bundle %s ends in record %d", path, i)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			records = append(records, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("bundle %s has %d bytes too many", path, len(bundle))
		}
	}
	return records, nil
}

// openCheckpoint verifies a signed note and reads the tree in it; the note must be of the log that the key names.
func openCheckpoint(message []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] || size < 0 {
		return tlog.Tree{}, fmt.Errorf("%q is no size", lines[1])
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// rootOf computes the root from the leaves alone: a stack of complete subtrees, joined from the right at the end.
func rootOf(leaves []tlog.Hash) tlog.Hash {
	if len(leaves) == 0 {
		return tlog.Hash(sha256.Sum256(nil))
	}
	var stack []tlog.Hash
	for i, leaf := range leaves {
		stack = append(stack, leaf)
		for n := i + 1; n%2 == 0; n /= 2 {
			last := len(stack) - 1
			stack = append(stack[:last-1], tlog.NodeHash(stack[last-1], stack[last]))
		}
	}
	for len(stack) > 1 {
		last := len(stack) - 1
		stack = append(stack[:last-1], tlog.NodeHash(stack[last-1], stack[last]))
	}
	return stack[0]
}

// checkExtends proves with the log's tiles that the tree contains the older one.
func checkExtends(tree, older tlog.Tree, reader tlog.HashReader) error {
	switch {
	case older.N > tree.N:
		return fmt.Errorf("the log had %d entries and now has %d", older.N, tree.N)
	case older.N == 0:
		return nil
	case older.N == tree.N:
		if older.Hash != tree.Hash {
			return fmt.Errorf("two roots of size %d", tree.N)
		}
		return nil
	}
	proof, err := tlog.ProveTree(tree.N, older.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash)
}

// checkProof verifies a C2SP tlog-proof against the leaf that the log shows at its index.
func checkProof(data []byte, verifier note.Verifier, tree tlog.Tree, leaves []tlog.Hash, reader tlog.HashReader) error {
	head, checkpoint, found := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil || index < 0 {
		return fmt.Errorf("%q is no index", lines[0])
	}
	var hashes tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return fmt.Errorf("%q is no hash", line)
		}
		hashes = append(hashes, *(*tlog.Hash)(hash))
	}
	older, err := openCheckpoint(checkpoint, verifier)
	if err != nil {
		return err
	}
	if index >= older.N || index >= int64(len(leaves)) {
		return fmt.Errorf("index %d is outside the log", index)
	}
	if err := tlog.CheckRecord(hashes, older.N, older.Hash, index, leaves[index]); err != nil {
		return err
	}
	return checkExtends(tree, older, reader)
}

func main() {
	wantedKey := flag.String("vkey", "", "the key that the log must have")
	previous := flag.String("previous", "", "an earlier checkpoint that the log must extend")
	save := flag.String("save", "", "where to keep the checkpoint")
	raw := flag.Bool("raw", false, "records are the entries themselves")
	flag.Parse()
	if flag.NArg() < 1 {
		flag.Usage()
		os.Exit(2)
	}
	log := server{strings.TrimSuffix(flag.Arg(0), "/")}

	key, err := log.get("/log/vkey")
	keyText := strings.TrimSpace(string(key))
	if err == nil && *wantedKey != "" && *wantedKey != keyText {
		err = fmt.Errorf("another key than before: %s", keyText)
	}
	var verifier note.Verifier
	if err == nil {
		verifier, err = note.NewVerifier(keyText)
	}
	if !check("the log's key", err) {
		closing()
	}
	message, err := log.get("/log/checkpoint")
	var tree tlog.Tree
	if err == nil {
		tree, err = openCheckpoint(message, verifier)
	}
	if !check("the signature of the checkpoint", err) {
		closing()
	}
	records, err := log.records(tree.N)
	if !check(fmt.Sprintf("%d records in the bundles", tree.N), err) {
		closing()
	}
	leaves := make([]tlog.Hash, len(records))
	indexes := make([]int64, len(records))
	for i, record := range records {
		if !*raw && len(record) != sha256.Size {
			err = fmt.Errorf("record %d has %d bytes, a digest has %d", i, len(record), sha256.Size)
		}
		leaves[i] = tlog.RecordHash(record)
		indexes[i] = tlog.StoredHashIndex(0, int64(i))
	}
	check("every record is a digest", err)
	err = nil
	if rootOf(leaves) != tree.Hash {
		err = errors.New("the records do not give the signed root")
	}
	check("the records give the signed root", err)

	reader := tlog.TileHashReader(tree, log)
	if tree.N > 0 {
		stored, err := reader.ReadHashes(indexes)
		for i := range stored {
			if err == nil && stored[i] != leaves[i] {
				err = fmt.Errorf("the tile has another leaf %d than the bundle", i)
			}
		}
		check("the tiles give the signed root and the same leaves", err)
	}
	if *previous != "" {
		old, err := os.ReadFile(*previous)
		var older tlog.Tree
		if err == nil {
			older, err = openCheckpoint(old, verifier)
		}
		if err == nil {
			err = checkExtends(tree, older, reader)
		}
		check(fmt.Sprintf("the log extends its checkpoint of size %d", older.N), err)
	}
	if !*raw {
		private := 0
		var wrong error
		for seq, record := range records {
			entry, err := log.get(fmt.Sprintf("/log/entry/%d", seq))
			digest := sha256.Sum256(entry)
			if errors.Is(err, errNotThere) {
				private++
			} else if err != nil {
				wrong = err
			} else if !bytes.Equal(digest[:], record) {
				wrong = fmt.Errorf("entry %d has another digest than the log", seq)
			}
		}
		check(fmt.Sprintf("%d public entries have the digest of the log, %d are private", len(records)-private, private), wrong)
	}
	for _, path := range flag.Args()[1:] {
		data, err := os.ReadFile(path)
		if err == nil {
			err = checkProof(data, verifier, tree, leaves, reader)
		}
		check("the proof "+path, err)
	}
	if *save != "" {
		check("the checkpoint is kept", os.WriteFile(*save, message, 0o644))
	}
	closing()
}
