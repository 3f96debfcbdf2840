variable "callback_url" {
  type = string
}
