// The CardDoor is what commands ask of the quarter's card while it is on screen: only a browser can copy and draw it.

export type CardDoor = {
  readonly copyText: () => void
  readonly copyPicture: () => void
  readonly savePicture: () => void
}
