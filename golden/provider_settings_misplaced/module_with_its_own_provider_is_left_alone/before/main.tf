module "queue" {
  source   = "./queue"
  for_each = toset(["a", "b"])
}
