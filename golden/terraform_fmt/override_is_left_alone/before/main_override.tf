variable "team" {
    default="a" # never edited
}
