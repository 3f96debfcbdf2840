variable "team" {} # who pays
